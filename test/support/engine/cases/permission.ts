import { byId, type Platform } from '..';
import { makeDocument } from '../../../../simulator/drive/make';
import { person, several } from '../ownChat';
import { bot } from '../ownBase';
import { late, type Cases } from './common';
import { ANY } from './driveFile';

const PEOPLE = [
	...ANY,
	[{ people: {} }, 'People'],
	[{ people: person(late(' ')) }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
] as const;
const NO_FOLDER = [{ documentKind: 'folder' }, 'File or Document'] as const;

/** A document of the app; with a member on request. */
function where(p: Platform, shared = false) {
	const item = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
	if (shared) item.members.push({ member_type: 'openid', member_id: p.user.open_id, perm: 'view' });
	return { document: byId(item.token), documentKind: 'docx' };
}

/** One that anybody may open who has the link. */
function open(p: Platform, password?: string) {
	const { token } = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
	p.store.bases.publicly.set(token, { external_access_entity: 'open', link_share_entity: 'anyone_readable' });
	if (password !== undefined) p.store.drive.passwords.set(token, password);
	return { document: byId(token), documentKind: 'docx' };
}

export const permission: Cases = {
	add: {
		parameters: (p) => ({ ...where(p), people: person(p.user.open_id) }),
		refused: [...PEOPLE, [{ permission: late('owner') }, 'Permission']],
	},
	requestAccess: {
		parameters(p) {
			const { token } = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
			return { document: byId(token), documentKind: 'docx' };
		},
		refused: [...ANY, NO_FOLDER, [{ wantedPermission: late('full_access') }, 'Permission']],
	},
	check: {
		parameters: where,
		refused: [...ANY, NO_FOLDER, [{ accessActions: [] }, 'Actions'], [{ accessActions: late('own') }, 'Actions']],
	},
	getAll: { parameters: (p) => where(p, true), refused: [...ANY, NO_FOLDER] },
	getSettings: { parameters: (p) => where(p), refused: ANY },
	refreshPassword: { parameters: (p) => open(p, 'abcdefgh'), refused: [...ANY, NO_FOLDER] },
	remove: { parameters: (p) => ({ ...where(p, true), people: person(p.user.open_id) }), refused: PEOPLE },
	removePassword: { parameters: (p) => open(p, 'abcdefgh'), refused: [...ANY, NO_FOLDER] },
	setPassword: { parameters: (p) => open(p), refused: [...ANY, NO_FOLDER] },
	transferOwner: {
		parameters: (p) => ({ ...where(p), newOwner: byId(p.user.open_id) }),
		refused: [...ANY, [{ newOwner: byId(late('')) }, 'New Owner'], [{ newOwner: byId('on_1234567890') }, 'New Owner']],
	},
	update: {
		parameters: (p) => ({ ...where(p, true), people: person(p.user.open_id), permission: 'edit' }),
		refused: [...PEOPLE, NO_FOLDER],
	},
	updateSettings: {
		parameters: (p) => ({ ...where(p), accessSettings: { link_share_entity: 'tenant_readable' } }),
		refused: [
			...ANY,
			NO_FOLDER,
			[{ accessSettings: {} }, 'Settings'],
			[{ accessSettings: { comment_entity: late('nobody') } }, 'Who Comments'],
		],
	},
};
