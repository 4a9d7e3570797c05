import { anyDocumentField, type AnyDocument } from '../../../shared/drive/anyDocument';
import type { Asking } from '../../../shared/client/asking';

export const document = anyDocumentField({
	displayName: 'File, Document or Folder',
	types: ['bitable', 'doc', 'docx', 'file', 'folder', 'sheet', 'slides'],
	takes: 'Feishu tells nothing of mind notes',
});

export const SCOPES = ['docs:event:subscribe', 'drive:drive'];

/** Of folders there is one event, which a request has to name. */
const FOLDER_EVENT = 'file.created_in_folder_v1';

/** What a subscription is about, in the words of its endpoints. */
export async function aboutOf(chosen: AnyDocument, asking: Asking) {
	const { type, token } = await chosen.content(asking);
	const query = { file_type: type, ...(type === 'folder' && { event_type: FOLDER_EVENT }) };
	return { type, token, request: { path: { file_token: token }, query } };
}
