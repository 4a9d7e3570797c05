import { documentWith } from '../../docs/holder';
import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import type { Declared, Media, Permission } from '../../state/bases';
import type { Operator } from '../../state/operator';
import { itemOf } from '../../state/documents';
import { isEnough, permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';
import { refused } from '../../drive/refusals';

const MAX_NAME = 250;
const OF_BASES = ['bitable_image', 'bitable_file'];
const OF_DOCUMENTS = ['docx_image', 'docx_file'];
const PARENTS = [
	...OF_BASES,
	...OF_DOCUMENTS,
	...['doc_image', 'sheet_image', 'doc_file', 'sheet_file', 'vc_virtual_background'],
	...['moments', 'ccm_import_open', 'calendar', 'base_global', 'lark_ai_media_analysis', 'whiteboard'],
	...['mindnote_image', 'comment_image', 'slide_img', 'slide_file', 'email', 'bitable_tmp_point'],
	...['office_sheet_file', 'office_slide_file', 'office_docx_file', 'docx_ai_edit_temp', 'vc_recording'],
	...['mm_meeting_audio'],
];

/** What a file belongs to: a document, or the block of one, where that is one that Drive knows. */
export function requirePermission(store: Store, by: Operator, parent: string, needed: Permission): void {
	const document = itemOf(store, documentWith(store, parent)?.document_id ?? parent);
	if (document && !isEnough(permissionOn(store, document, by), needed)) throw refused.forbidden();
}

/** A name that is not too long, without a blank at its end. */
export function requireName(name: string): void {
	if (name === '' || name.length > MAX_NAME) throw refused.fileName();
	if (/\s$/.test(name)) throw refused.params();
}

/** Where a file shall lie; the base or block has to be there, and be one that the caller may change. */
export function requireParent(
	store: Store,
	by: Operator,
	{ file_name: name, parent_type: type, parent_node }: Declared,
) {
	requireName(name);
	if (!PARENTS.includes(type)) throw refused.params();
	if (OF_BASES.includes(type) && !store.bases.all.has(parent_node)) throw refused.noParent();
	if (OF_DOCUMENTS.includes(type) && !documentWith(store, parent_node)) throw refused.noParent();
	requirePermission(store, by, parent_node, 'edit');
}

export function keepMedia(store: Store, declared: Declared, bytes: Buffer): Media {
	const { file_name: name, parent_type, parent_node, extra } = declared;
	const file_token = newId.media();
	const as = { file_token, parent_type, parent_node, name, content_type: contentTypeOf(name) };
	const media = { ...as, bytes, extra, at: store.clock.now() };
	store.bases.medias.set(file_token, media);
	return media;
}

const MODULO = 65_521;

/** Adler-32, as `checksum` has it: in decimal digits. */
export function adler32(bytes: Buffer): string {
	let [low, high] = [1, 0];
	for (const byte of bytes) {
		low = (low + byte) % MODULO;
		high = (high + low) % MODULO;
	}
	return String(((high << 16) | low) >>> 0);
}

/** What was said of the bytes has to be so. */
export function requireSame(bytes: Buffer, { size, checksum }: Record<string, string | undefined>): void {
	if (!/^[1-9]\d*$/.test(size ?? '')) throw refused.params();
	if (bytes.length !== Number(size)) throw refused.size();
	if (checksum && checksum !== adler32(bytes)) throw refused.checksum();
}
