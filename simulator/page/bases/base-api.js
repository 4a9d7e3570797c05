/** What the page asks of the simulator about bases. All that changes something is done by a person, `self`. */
import { request, send } from '../api.js';

const part = encodeURIComponent;
const ofTable = ({ app_token: base, table_id: table }) => `/bases/${part(base)}/tables/${part(table)}`;

export const getOverview = () => request('/bases/overview');

/** A window of the records of a table: `{total, rows}`. `wanted`: offset, limit, view_id, q. */
export function getRows(place, wanted) {
	const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
	return request(`${ofTable(place)}/rows?${query}`);
}

export const addRecord = (place, self) => send('POST', `${ofTable(place)}/records`, { open_id: self, records: [{}] });
export const writeCells = (place, self, id, fields) =>
	send('PUT', `${ofTable(place)}/records/${part(id)}`, { open_id: self, fields });
/** What no call of the API writes. */
export const setCells = (place, self, id, cells) =>
	send('PUT', `${ofTable(place)}/records/${part(id)}/cells`, { open_id: self, cells });
export const deleteRecord = (place, self, id) =>
	send('DELETE', `${ofTable(place)}/records/${part(id)}`, { open_id: self });

export const addField = (place, self, field) => send('POST', `${ofTable(place)}/fields`, { open_id: self, ...field });
export const changeField = (place, self, id, field) =>
	send('PUT', `${ofTable(place)}/fields/${part(id)}`, { open_id: self, ...field });
export const deleteField = (place, self, id) =>
	send('DELETE', `${ofTable(place)}/fields/${part(id)}`, { open_id: self });

/** Gives its `app_token`; the person owns it. */
export const makeBase = (self, name) => send('POST', '/bases', { open_id: self, name });
/** Gives it with its `table_id`. */
export const makeTable = (base, name) => send('POST', `/bases/${part(base)}/tables`, { name });
export const shareBase = (base, openId) =>
	send('POST', `/bases/${part(base)}/members`, { open_id: openId, perm: 'edit' });

/** Where a file of a base is served. */
export const mediaUrl = (token) => `/_sim/medias/${part(token)}`;

/** Puts a file into a base; gives its token. */
export async function uploadFile(base, self, file) {
	const query = new URLSearchParams({ open_id: self, name: file.name });
	const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file };
	return (await request(`/bases/${part(base)}/medias?${query}`, init)).file_token;
}
