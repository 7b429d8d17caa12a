/**
 * What the firewall refuses: addresses that ask too much, and what AWS knows as an attack. Its rates are twice those of Plaza's
 * own limits, over five minutes, so that only floods are ended here and a caller who asks a little too much is told so by Plaza,
 * with the time to wait.
 */
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

const windowSeconds = 300;
const windowMinutes = windowSeconds / 60;
/**
 * As `RATE_LIMIT_PER_MINUTE` and `RATE_LIMIT_SIGN_IN_PER_MINUTE` are unless they are set. A shop with many tills has one address.
 */
const perMinute = 1_200;
const signInPerMinute = 120;
const tolerance = 2;

/** Those that give tokens or make logins. */
const signInPaths = ['/v1/identity/token', '/v1/identity/register', '/v1/oauth/token'];

interface ManagedRules {
  name: string;
  /** Of its rules, those that refuse what Plaza means to take; they are counted. */
  onlyCounted: string[];
}

const managed: ManagedRules[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', onlyCounted: [] },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    // Bodies have their own limit in Plaza, up to a megabyte of messages; machines of partners name no browser.
    onlyCounted: ['SizeRestrictions_BODY', 'NoUserAgent_HEADER'],
  },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', onlyCounted: [] },
  { name: 'AWSManagedRulesSQLiRuleSet', onlyCounted: [] },
];

const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  sampledRequestsEnabled: true,
  cloudWatchMetricsEnabled: true,
  metricName,
});

const startsWith = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
});

function rateRule(
  name: string,
  requestsPerMinute: number,
  only?: CfnWebACL.StatementProperty,
): Omit<CfnWebACL.RuleProperty, 'priority'> {
  return {
    name,
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: seenAs(name),
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: windowSeconds,
        limit: requestsPerMinute * windowMinutes * tolerance,
        ...(only === undefined ? {} : { scopeDownStatement: only }),
      },
    },
  };
}

function managedRule({ name, onlyCounted }: ManagedRules): Omit<CfnWebACL.RuleProperty, 'priority'> {
  return {
    name,
    overrideAction: { none: {} },
    visibilityConfig: seenAs(name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

export const firewallRules: CfnWebACL.RuleProperty[] = [
  rateRule('too-many-requests', perMinute),
  rateRule('too-many-sign-ins', signInPerMinute, {
    orStatement: { statements: signInPaths.map(startsWith) },
  }),
  ...managed.map(managedRule),
].map((rule, priority) => ({ ...rule, priority }));
