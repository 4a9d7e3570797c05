/** Files and folders of Drive for tests, which the app made. */
import { addBase } from '../../../simulator/base/make';
import { newId } from '../../../simulator/platform/ids';
import { bot } from './ownBase';
import type { Platform } from './platform';

interface Made {
	name?: string;
	folder?: string;
	bytes?: Buffer;
	contentType?: string;
	/** open_id in the store; the app unless given. */
	owner?: string;
}

/** A fresh folder; gives its token. */
export function ownFolder(p: Platform, { name = 'Folder', folder = '', owner = bot(p) }: Made = {}): string {
	const token = newId.folder();
	p.store.bases.folders.set(token, { token, name, owner, parent: folder });
	return token;
}

/** A fresh uploaded file; gives its token. */
export function ownFile(p: Platform, made: Made = {}): string {
	const { name = 'notes.txt', folder: parent = '', owner = bot(p) } = made;
	const { bytes = Buffer.from('some notes'), contentType: content_type = 'text/plain' } = made;
	const token = newId.media();
	p.store.bases.files.set(token, { token, name, content_type, bytes, owner, parent });
	return token;
}

/** A fresh file in a document of the app; gives its token. */
export function ownMedia(
	p: Platform,
	parent_node = addBase(p.store, { name: 'Own', owner: bot(p) }).base.app_token,
): string {
	const file_token = newId.media();
	const [name, content_type, bytes] = ['notes.txt', 'text/plain', Buffer.from('some notes')];
	p.store.bases.medias.set(file_token, {
		file_token,
		name,
		content_type,
		bytes,
		parent_type: 'bitable_file',
		parent_node,
	});
	return file_token;
}
