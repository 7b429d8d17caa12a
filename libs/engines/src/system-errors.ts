// Recognises the errors of the operating system by their code.

/** Whether this is a system error with the given code, such as 'ENOENT'. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
