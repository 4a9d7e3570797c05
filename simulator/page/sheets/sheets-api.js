/** What the page asks of the simulator about spreadsheets. All that changes something is done by a person, `self`. */
import { request, send } from '../api.js';

const part = encodeURIComponent;
const cells = ({ token, sheet_id: id }) => `/sheets/${part(token)}/sheets/${part(id)}/cells`;

export const getOverview = () => request('/sheets/overview');

/** A window of the rows of a sheet, with its columns and what lies over them. */
export const getCells = (place, { offset, limit }) =>
	request(`${cells(place)}?${new URLSearchParams({ offset, limit })}`);

/** `row` and `column` from 1; the text as it is typed. */
export const writeCell = (place, self, row, column, text) =>
	send('PUT', cells(place), { open_id: self, row, column, text });

/** Gives its `token`; the person owns it. */
export const makeBook = (self, title) => send('POST', '/sheets', { open_id: self, title });
/** Gives its `sheet_id`. */
export const makeSheet = (token, title) => send('POST', `/sheets/${part(token)}/sheets`, { title });
export const shareBook = (token, openId) =>
	send('POST', `/sheets/${part(token)}/members`, { open_id: openId, perm: 'edit' });

/** Where a picture of a spreadsheet is served. */
export const mediaUrl = (token) => `/_sim/medias/${part(token)}`;
