import { isDnsLabel, isDnsSubdomain } from '../../../domain/checks/syntax.ts';

/** Whether a text can be the id of an attachment, `namespace/name`. */
export function isAttachmentId(text: string): boolean {
  const [namespace = '', name = '', ...more] = text.split('/');
  return more.length === 0 && isDnsLabel(namespace) && isDnsSubdomain(name);
}
