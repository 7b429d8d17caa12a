/** Copies of the database that nobody can delete before their time: beside its own backups, which go when the server goes. */
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

const dailyDays = 35;
const monthlyDays = 400;
const lockedDays = 7;

export class Backups extends Construct {
  constructor(scope: Construct, id: string, { key, database }: { key: IKey; database: DatabaseInstance }) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: 'plaza',
      encryptionKey: key,
      lockConfiguration: {
        minRetention: Duration.days(lockedDays),
        maxRetention: Duration.days(monthlyDays),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ hour: '3', minute: '30' }),
          deleteAfter: Duration.days(dailyDays),
        }),
        new BackupPlanRule({
          ruleName: 'monthly',
          scheduleExpression: Schedule.cron({ day: '1', hour: '5', minute: '0' }),
          deleteAfter: Duration.days(monthlyDays),
        }),
      ],
    });
    plan.addSelection('Database', { resources: [BackupResource.fromRdsDatabaseInstance(database)] });
  }
}
