import type { IBinaryData } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import { perDownloader } from '../client/pacing';

/** What whoever calls `downloadMedia` has to list among its calls. */
export const MEDIA_DOWNLOAD = 'GET /open-apis/drive/v1/medias/:file_token/download';

export interface Media {
	fileToken: string;
	/** What else shows that the caller may have it, as JSON; of a base `attachmentExtra`. */
	extra?: string;
	/** Another name than the answer gives. */
	fileName?: string;
	/** The type, where it is known better than from the answer, which may say no more than that these are bytes. */
	mimeType?: string;
}

/**
 * A file of a document (an attachment of a base, an image of a document or a sheet) into n8n's binary storage, as a
 * stream. An app gets five a second.
 * @throws as `feishu.download`: 1061003 where there is no such file (404), 1061004 where the caller may not see it (403),
 * 1061002 where a base with advanced permissions gets no `extra` (400)
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/download
 */
export async function downloadMedia(feishu: FeishuClient, media: Media): Promise<IBinaryData> {
	const { fileToken, extra, fileName, mimeType } = media;
	const binary = await feishu.download(MEDIA_DOWNLOAD, {
		path: { file_token: fileToken },
		query: { extra },
		paces: [perDownloader(await feishu.sender())],
		fileName,
	});
	return mimeType ? { ...binary, mimeType } : binary;
}
