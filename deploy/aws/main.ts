/** What `cdk` runs: writes the templates of all stacks for the deployment that `cdk.json` describes. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { deploymentOf } from './deployment';
import { plazaOnAws } from './plaza';

const app = new App();
plazaOnAws(app, deploymentOf(app), join(__dirname, 'functions'));
app.synth();
