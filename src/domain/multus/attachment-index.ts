import { listIndex } from '../list-index.ts';
import type { Attachment } from './attachment.ts';

/** The attachments of a list by `namespace/name`. */
export const attachmentsById = listIndex<Attachment>(({ id }) => id);
