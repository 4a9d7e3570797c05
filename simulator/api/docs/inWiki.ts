import type { Store } from '../../state/store';

/** Whether a token is that of a page of a wiki, which is neither a folder nor a document. */
export const isWikiPage = ({ wiki }: Store, token: string): boolean => wiki.nodes.has(token);
