import { describe, expect, it } from 'vitest';
import { createSession } from './session.ts';

describe('a session', () => {
  it('begins signed out, or signed in where a proxy sees to that', () => {
    expect(createSession(false).state.get()).toEqual({ status: 'signedOut' });
    expect(createSession(true).state.get()).toEqual({ status: 'signedIn', user: '' });
  });

  it('expires with the token in use, and with no other', () => {
    const session = createSession(false);
    session.signIn('old', 'admin');
    session.expire('another');
    expect(session.state.get().status).toBe('signedIn');
    session.expire('old');
    expect(session.state.get()).toEqual({ status: 'expired', user: 'admin' });
    session.signIn('new', 'admin');
    session.expire('old');
    expect(session.state.get().status).toBe('signedIn');
  });

  it('keeps no token after the sign-out, and counts it', () => {
    const session = createSession(false);
    session.signIn('t', 'admin');
    session.signOut();
    expect(session.token()).toBeUndefined();
    expect(session.generation.get()).toBe(1);
    session.expire(undefined);
    expect(session.state.get().status).toBe('signedOut');
  });

  it('tells those who wait when somebody has signed in again', async () => {
    const session = createSession(false);
    session.signIn('old', 'admin');
    session.expire('old');
    let renewed = false;
    const waiting = session.renewed(undefined).then(() => (renewed = true));
    await Promise.resolve();
    expect(renewed).toBe(false);
    session.signIn('new', 'admin');
    await waiting;
    await session.renewed(undefined);
  });

  it.each(['before', 'while'])('lets go of those who stop waiting (%s they wait)', async (when) => {
    const session = createSession(false);
    const controller = new AbortController();
    if (when === 'before') controller.abort('enough');
    const waiting = expect(session.renewed(controller.signal)).rejects.toBe('enough');
    controller.abort('enough');
    await waiting;
  });
});
