/**
 * Passwords under argon2id, in Node's pool of threads so that requests go on meanwhile. Only some of its threads, though: files
 * and new connections to the database need it too, and would wait behind a rush of sign-ins.
 */
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { tooManyPasswords } from '../identity.errors';
import { PasswordHashing } from './password-hashing';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;
/** Of the pool's four. */
const underWayMax = 2;
/** About a second's worth: each takes about 20 ms of a core. */
const waitingMax = 100;

@Injectable()
export class Argon2 extends PasswordHashing implements OnModuleInit {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
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
    await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }

  /** Whoever ends hands its place to the one who waits longest. */
  private turn(): Promise<void> {
    if (this.underWay < underWayMax) {
      this.underWay += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= waitingMax) return Promise.reject(tooManyPasswords());
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
