import { byId, type Platform } from '..';
import { makeDocument } from '../../../../simulator/drive/make';
import { ownFile } from '../driveFiles';
import { bot } from '../ownBase';
import { late, LIMIT, type Cases } from './common';
import { ANY, anyOf } from './driveFile';

const VERSION = [{ versionId: late(' ') }, 'Version ID'] as const;
const NO_FILE = [{ documentKind: 'file' }, 'Document'] as const;

/** A document with a named version. */
function named(p: Platform) {
	const { token } = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
	const version = 'fnJfyX';
	p.store.drive.versions.set(token, [{ version, name: 'First', obj_type: 'docx', by: bot(p), at: p.store.tick() }]);
	return { document: byId(token), documentKind: 'docx', versionId: version };
}

/** An uploaded file with an earlier version. */
export function uploadedTwice(p: Platform) {
	const token = ownFile(p, { bytes: Buffer.from('second') });
	const file = p.store.bases.files.get(token);
	const earlier = { version: '7001', name: 'notes.txt', bytes: Buffer.from('first'), at: p.store.tick() };
	if (file) Object.assign(file, { version: '7002', earlier: [earlier] });
	return { document: byId(token), documentKind: 'file', versionId: earlier.version };
}

export const fileVersion: Cases = {
	create: {
		parameters: (p) => ({ ...named(p), versionName: 'Second' }),
		refused: [
			...anyOf('Document'),
			NO_FILE,
			[{ versionName: late(' ') }, 'Version Name'],
			[{ versionName: 'x'.repeat(1025) }, 'Version Name'],
		],
	},
	delete: { parameters: named, refused: [...ANY, VERSION, [{ documentKind: 'bitable' }, 'versions']] },
	download: {
		parameters: uploadedTwice,
		refused: [
			...ANY,
			VERSION,
			[{ documentKind: 'docx' }, 'File'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
	get: { parameters: named, refused: [...anyOf('Document'), VERSION, NO_FILE] },
	getAll: { parameters: named, refused: [...ANY, ...LIMIT, [{ documentKind: 'bitable' }, 'versions']] },
	restore: { parameters: uploadedTwice, refused: [...ANY, VERSION, [{ documentKind: 'docx' }, 'File']] },
};
