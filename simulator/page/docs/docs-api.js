/** What the page asks of the simulator about documents. All that changes something is done by a person, `self`. */
import { request, send } from '../api.js';

const of = (id) => `/documents/${encodeURIComponent(id)}`;

export const getDocuments = () => request('/documents');
/** With its blocks, in the order of a reader, and what was said about it. */
export const getDocument = (id) => request(of(id));
/** Gives it with its `document_id`; the person owns it. */
export const makeDocument = (self, title) => send('POST', '/documents', { open_id: self, title });
export const shareDocument = (id, openId) => send('POST', `${of(id)}/members`, { open_id: openId, perm: 'edit' });
export const addParagraph = (id, self, text) => send('POST', `${of(id)}/paragraphs`, { open_id: self, text });
export const writeText = (id, self, block, text) =>
	send('PUT', `${of(id)}/blocks/${encodeURIComponent(block)}`, { open_id: self, text });

/** Where a picture or file of a document is served. */
export const mediaUrl = (token) => `/_sim/medias/${encodeURIComponent(token)}`;
