import { managesRows } from '../../base/access';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { newId } from '../../platform/ids';
import { required, text, texts } from '../../platform/validate';
import type { Base, Media } from '../../state/bases';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { requirePermission } from './mediaParent';
import { refused } from '../../drive/refusals';

const SCOPES = [
	...['bitable:app', 'bitable:app:readonly', 'docs:doc', 'docs:doc:readonly', 'docs:document.media:download'],
	...['drive:drive', 'drive:drive:readonly', 'mail:user_mailbox.message:modify', 'moments:moments'],
	...['moments:moments:readonly', 'sheets:spreadsheet', 'sheets:spreadsheet:readonly', 'vc:material'],
	'vc:material:readonly',
];
const MAX_TOKENS = 5;
const DAY = 86_400_000;
const ADDRESS = '/space/api/box/stream/download/authcode';

interface Extra {
	tableId?: string;
	/** By field, by record. */
	attachments?: Record<string, Record<string, string[]>>;
}

function extraIn(given: string | undefined): Extra | undefined {
	try {
		return (JSON.parse(given ?? '') as { bitablePerm?: Extra }).bitablePerm;
	} catch {
		return undefined;
	}
}

/** With advanced permissions a file is given for the cell in which it lies, which the call has to name. */
function requireExtra(store: Store, by: Operator, base: Base, { file_token: token }: Media, given: string | undefined) {
	if (!base.is_advanced) return;
	const extra = extraIn(given);
	const table = base.tables.get(extra?.tableId ?? '');
	if (!extra || !table) throw refused.params();
	if (!extra.attachments) {
		if (store.settings.baseShortExtra === 'refused') throw refused.params();
		if (!managesRows(store, base, by)) throw refused.forbidden();
		return;
	}
	const cells = Object.entries(extra.attachments).flatMap(([field, byRecord]) =>
		Object.entries(byRecord).map(([record, tokens]) => ({ field, record, tokens })),
	);
	const named = cells.some(({ field, record, tokens }) => {
		const cell = table.records.get(record)?.cells.get(field);
		return tokens.includes(token) && Array.isArray(cell) && cell.includes(token);
	});
	const seen = cells.every(({ record }) => managesRows(store, base, by) || table.seen.records.has(record));
	if (!named || !seen) throw refused.forbidden();
}

function mediaFor(store: Store, by: Operator, token: string, extra: string | undefined): Media {
	const media = store.bases.medias.get(token);
	if (!media) throw refused.notFound();
	requirePermission(store, by, media.parent_node, 'view');
	const base = store.bases.all.get(media.parent_node);
	if (base) requireExtra(store, by, base, media, extra);
	return media;
}

const bytesOf = ({ bytes, content_type: contentType, name }: Media, range: string | undefined) => ({
	bytes,
	contentType,
	name,
	range,
});

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/media/download and its neighbors */
export const mediaDownloadRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/medias/:file_token/download',
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		query: { extra: text() },
		handle: ({ platform: { store }, by, params, query, range }) =>
			bytesOf(mediaFor(store, by, params.file_token ?? '', query.extra), range),
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/medias/batch_get_tmp_download_url',
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		query: { file_tokens: required(texts()), extra: text() },
		handle({ platform: { store, clock }, by, query, host }) {
			if (query.file_tokens.length > MAX_TOKENS) throw refused.params();
			const tmp_download_urls = query.file_tokens.map((token) => {
				const { file_token } = mediaFor(store, by, token, query.extra);
				const code = newId.secret();
				store.bases.addresses.set(code, { file_token, until: clock.now() + DAY });
				return { file_token, tmp_download_url: `http://${host}${ADDRESS}/${code}` };
			});
			return { data: { tmp_download_urls } };
		},
	}),
	// What such an address gives, to anybody.
	defineRoute({
		method: 'GET',
		path: `${ADDRESS}/:code`,
		auth: 'none',
		handle({ platform: { store, clock }, params, range }) {
			// Without a token nobody says of which company it is.
			const companies = [...store.companies.values()].map(({ bases }) => bases);
			const bases = companies.find(({ addresses }) => addresses.has(params.code ?? ''));
			const address = bases?.addresses.get(params.code ?? '');
			const media = bases?.medias.get(address?.file_token ?? '');
			if (!address || !media || address.until <= clock.now()) throw refused.notFound();
			return bytesOf(media, range);
		},
	}),
];
