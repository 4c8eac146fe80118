import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

/** How long a connection that nobody uses is kept (milliseconds): less than API servers and what is before them keep it. */
const idleLimit = 30_000;

/**
 * One for each agent, for as long as it is there. An agent is made anew at least every minute (cluster-connection.ts), so that no
 * connection serves longer than that with a certificate that is not in use any more.
 */
const lasting = new WeakMap<Agent, Agent>();

/**
 * The same agent, but one that keeps its connections: a TLS handshake for each of the requests of a page takes longer than their
 * answers. An agent of another kind is given back as it is: how its connections come about is its own affair.
 */
export function lastingAgentOf(agent: Agent): Agent {
  const known = lasting.get(agent);
  if (known !== undefined) return known;
  const made = makeLasting(agent);
  lasting.set(agent, made);
  return made;
}

function makeLasting(agent: Agent): Agent {
  const { constructor, options } = agent as Agent & { readonly options: object };
  const Kind = [Agent, SecureAgent].find((kind) => kind === constructor);
  if (Kind === undefined) return agent;
  const made = new Kind({ ...options, keepAlive: true, timeout: idleLimit });
  // It may lead through a proxy.
  made.createConnection = (...given) => agent.createConnection(...given);
  return made;
}
