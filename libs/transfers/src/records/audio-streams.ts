/**
 * Which audio streams a transfer record is about. The format of transfers does not say, so there are two ways that the operator can
 * set: a field of the record that holds addresses, else addresses made from its keys.
 */
import type { Content } from './record-content';

export interface AudioRule {
  /** The field that holds one address, several (`|` or a line break between them), a list or an object of them. */
  field: string;
  /** Where a record has no such field: `{name}` stands for that field of the record, `{key}` for its key. */
  templates: readonly string[];
}

export const streamsMax = 16;
const addressCharactersMax = 2_000;

export interface AudioStreams {
  urls: string[];
  /** Why there are none, or what is wrong with them; null when they can be asked about. */
  fault: string | null;
}

export function audioStreamsOf(key: string, content: Content, { field, templates }: AudioRule): AudioStreams {
  const own = textsIn(content[field]);
  const urls = own.length > 0 ? own : templates.map((template) => filled(template, key, content));
  return { urls, fault: faultOf(urls) };
}

function faultOf(urls: readonly string[]): string | null {
  if (urls.length === 0) return 'The record names no audio stream';
  if (urls.length > streamsMax) return `The record names more than ${String(streamsMax)} audio streams`;
  return urls.every(isHttpAddress)
    ? null
    : 'The record names an audio stream that is no http or https address';
}

/** In the order in which they stand; the keys of a list that a real-time database made sort by time. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value
      .split(/[|\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const sorted = Array.isArray(value) ? entries : entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([, each]) => (typeof each === 'string' ? textsIn(each) : []));
}

function filled(template: string, key: string, content: Content): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'key' ? key : content[name];
    return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
  });
}

function isHttpAddress(text: string): boolean {
  if (text.length > addressCharactersMax || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
