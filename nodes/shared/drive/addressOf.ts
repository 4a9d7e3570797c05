import { documentAddress, type DocumentType } from '../../../feishu/drive/documentAddress';
import type { FeishuClient } from '../client/client';

/** What whoever calls `addressOf` has to list among its calls, where what made the document gives no address. */
export const METADATA = 'POST /open-apis/drive/v1/metas/batch_query';

/**
 * The address at which people open a document. Some endpoints answer it; a new document's has to be asked for, because
 * each organization has a host of its own. Where that may not be asked (the scope is one of Drive), it is the address at
 * the platform's own host, which leads there; of a private deployment that is not known.
 * @param given the `url` of an answer, where there is one
 */
export async function addressOf(
	feishu: FeishuClient,
	document: { type: DocumentType; token: string },
	given?: string,
): Promise<string | undefined> {
	if (given) return given;
	const { type, token } = document;
	const asked = feishu.call<{ metas?: Array<{ url?: string }> }>(METADATA, {
		body: { request_docs: [{ doc_token: token, doc_type: type }], with_url: true },
		idempotent: true,
	});
	// It is made, and without this address it is there all the same.
	const found = await asked.then(
		({ metas }) => metas?.[0]?.url,
		() => undefined,
	);
	return found || (await platformAddress(feishu, document));
}

/** The address at the platform's own host, which leads to that of the organization; undefined of a private deployment. */
export async function platformAddress(
	feishu: FeishuClient,
	document: { type: DocumentType; token: string },
): Promise<string | undefined> {
	const [www, api] = [await feishu.origin('www'), await feishu.origin()];
	return www === api ? undefined : documentAddress(www, document);
}
