/** The lines by which a person sees that Plaza runs, where it is, and how to sign in. */

export interface Announcement {
  url: string;
  simulatorUrl: string | undefined;
  logins: readonly { username: string; password: string; role: string }[];
  tookMs: number;
}

export function announcement({ url, simulatorUrl, logins, tookMs }: Announcement): string {
  const lines = [
    '',
    `Plaza runs (started in ${(tookMs / 1000).toFixed(1)} s). Ctrl-C stops it.`,
    '',
    `  Back office                 ${url}/backoffice/`,
    `  API and its documentation   ${url}/docs`,
    `  Product list                ${url}/v1/catalog/products`,
    `  Health and metrics          ${url}/health/ready  ${url}/metrics`,
  ];
  if (simulatorUrl !== undefined) {
    lines.push(`  Payment gateway simulator   ${simulatorUrl}  (payments: ${simulatorUrl}/start)`);
  }
  if (logins.length > 0) {
    lines.push('', '  Demo logins');
    for (const { username, password, role } of logins)
      lines.push(`    ${role.padEnd(9)} ${username} / ${password}`);
  }
  return `${lines.join('\n')}\n\n`;
}
