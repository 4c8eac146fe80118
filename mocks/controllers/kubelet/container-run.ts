import type { Container, ContainerState, ContainerStatus } from 'kubernetes-types/core/v1';
import { seconds } from '../../store/deletion.ts';
import type { Immutable } from '../kinds.ts';
import { canonicalImage, imageId } from './image.ts';

export interface Waiting {
  kind: 'waiting';
  reason: string;
  message?: string;
}

export interface Running {
  kind: 'running';
  /** Milliseconds since 1970. */
  since: number;
}

export interface Terminated {
  kind: 'terminated';
  exitCode: number;
  startedAt: number;
  finishedAt: number;
  containerID: string;
}

/** One container of a Pod as the simulated runtime knows it. */
export interface ContainerRun {
  readonly spec: Immutable<Container>;
  /** `spec.containers{web}`: the part of the Pod that its events are about. */
  readonly fieldPath: string;
  state: Waiting | Running | Terminated;
  /** How it ended the last time, once it has been started again. */
  last?: Terminated;
  restartCount: number;
  ready: boolean;
  started: boolean;
  containerID?: string;
}

export function newContainerRun(
  spec: Immutable<Container>,
  list: 'containers' | 'initContainers',
  reason: string,
): ContainerRun {
  return {
    spec,
    fieldPath: `spec.${list}{${spec.name}}`,
    state: { kind: 'waiting', reason },
    restartCount: 0,
    ready: false,
    started: false,
  };
}

/** An init container that keeps running beside the others. */
export function isSidecar({ spec }: ContainerRun): boolean {
  return spec.restartPolicy === 'Always';
}

export function hasSucceeded({ state }: ContainerRun): boolean {
  return state.kind === 'terminated' && state.exitCode === 0;
}

export function hasFailed({ state }: ContainerRun): boolean {
  return state.kind === 'terminated' && state.exitCode !== 0;
}

/** Its part of the Pod's status. */
export function containerStatus(run: ContainerRun): ContainerStatus {
  const { spec, containerID, restartCount, ready, started } = run;
  const image = spec.image ?? '';
  const created = containerID !== undefined;
  return {
    name: spec.name,
    state: containerState(run.state),
    lastState: run.last === undefined ? {} : containerState(run.last),
    ready,
    restartCount,
    image: created ? canonicalImage(image) : image,
    imageID: created ? imageId(image) : '',
    ...(created ? { containerID } : {}),
    started,
  };
}

function containerState(state: Waiting | Running | Terminated): ContainerState {
  switch (state.kind) {
    case 'waiting': {
      const { reason, message } = state;
      return { waiting: message === undefined ? { reason } : { reason, message } };
    }
    case 'running':
      return { running: { startedAt: seconds(state.since) } };
    case 'terminated': {
      const { exitCode, startedAt, finishedAt, containerID } = state;
      return {
        terminated: {
          exitCode,
          reason: exitCode === 0 ? 'Completed' : 'Error',
          startedAt: seconds(startedAt),
          finishedAt: seconds(finishedAt),
          containerID,
        },
      };
    }
  }
}
