import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { TOKEN_CODES } from '../../../../feishu/api/codes';
import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client/client';
import { platformAddress } from '../../../shared/drive/addressOf';

/** For apps: an older search, which tells less. Its page speaks of persons alone, and apps have been seen to get an answer. */
export const BY_APP = 'POST /open-apis/suite/docs-api/search/object';

/** The older search gives 200 results at most, 50 at a time. Source: …/drive/search/document-search */
const [APP_PAGE, APP_MOST] = [50, 199];

/** What an app finds. @param kinds as the newer search calls them @throws CallError; InputError where the platform lets no app search */
export async function appSearch(
	feishu: FeishuClient,
	search_key: string,
	kinds: readonly string[],
	limit: number,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const docs_types = kinds.map((kind) => OLDER_KINDS[kind] ?? kind.toLowerCase());
	for (;;) {
		const offset = found.length;
		const count = Math.min(APP_PAGE, limit - offset, APP_MOST - offset);
		if (count <= 0) return found;
		const page = await feishu
			.call<Page>(BY_APP, {
				body: { search_key, count, offset, ...(docs_types.length > 0 && { docs_types }) },
				idempotent: true,
			})
			.catch(forPersonsOnly);
		for (const { docs_token, docs_type, title, owner_id } of page.docs_entities ?? []) {
			const document = { type: docs_type, token: docs_token };
			const url = await platformAddress(feishu, document as Parameters<typeof platformAddress>[1]);
			found.push({ ...document, title, owner_id, ...(url && { url }) });
		}
		if (page.has_more !== true || found.length === offset) return found;
	}
}

/** Which calls them so. */
const OLDER_KINDS: Readonly<Record<string, string>> = { DOCX: 'doc' };

interface Page {
	docs_entities?: Array<{ docs_token: string; docs_type: string; title?: string; owner_id?: string }>;
	has_more?: boolean;
}

/** What an app gets where the page is right. */
function forPersonsOnly(error: unknown): never {
	const code = codeOf(error);
	if (code === undefined || !TOKEN_CODES.has(code)) throw error;
	throw new InputError(
		'Authentication',
		'Here Feishu searches for persons only',
		'Choose a credential of the kind Feishu OAuth2 API, or list what the app sees: File → Get Many, with All Levels and Name Contains',
	);
}
