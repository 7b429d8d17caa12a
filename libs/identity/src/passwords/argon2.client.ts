/** Passwords under argon2id, in the threads of the pool so that requests go on meanwhile. */
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { tooManyPasswords } from '../identity.errors';
import { PasswordHashing } from './password-hashing';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;
/** Each takes about 20 ms of a core: more than these would wait for seconds. */
const underWayMax = 128;

@Injectable()
export class Argon2 extends PasswordHashing implements OnModuleInit {
  private underWay = 0;
  private nobodysHash = '';

  /** What is compared with where there is no hash: made with the same cost, of a password that nobody has. */
  async onModuleInit(): Promise<void> {
    this.nobodysHash = await hash(randomBytes(32), cost);
  }

  hash(password: string): Promise<string> {
    return this.bounded(() => hash(password, cost));
  }

  async matches(stored: string | null, password: string): Promise<boolean> {
    const same = await this.bounded(() => verify(stored ?? this.nobodysHash, password));
    return stored !== null && same;
  }

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= underWayMax) throw tooManyPasswords();
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }
}
