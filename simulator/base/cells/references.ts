import type { Table } from '../../state/bases';
import type { Kind, Place, WritePlace } from '../kind';
import { problem } from '../problem';
import { mostIn } from './most';

const MAX_LINKS = 500;
const MAX_FILES = 100;

export const linkedTable = ({ base, field }: Pick<Place, 'base' | 'field'>): Table | undefined =>
	base.tables.get(field.property?.table_id ?? '');

function titlesOf(ids: readonly string[], place: Place): string[] {
	const table = linkedTable(place);
	return ids.map((id) => {
		const record = table?.records.get(id);
		return table && record ? place.title(table, record) : '';
	});
}

function idsOf(given: unknown, place: WritePlace, code: number): string[] {
	const listed =
		typeof given === 'object' && given !== null && !Array.isArray(given)
			? (given as { link_record_ids?: unknown }).link_record_ids
			: given;
	if (!Array.isArray(listed) || listed.length > mostIn(place.field, MAX_LINKS)) throw problem(code);
	const there = linkedTable(place);
	return listed.map((id: unknown) => {
		if (typeof id !== 'string') throw problem(code);
		if (!there?.records.has(id) && place.store.settings.baseUnknownLink === 'refused') throw problem(code);
		return id;
	});
}

const link = (code: number): Kind<string[]> => ({
	write: (given, place) => idsOf(given, place, code),
	search: (ids) => (ids.length > 0 ? { link_record_ids: ids } : {}),
	legacy(ids, place) {
		const titles = titlesOf(ids, place);
		const table_id = linkedTable(place)?.table_id ?? '';
		return [{ record_ids: ids, table_id, text: titles.join(','), text_arr: titles, type: 'text' }];
	},
	event: (ids) => JSON.stringify(ids),
	words: titlesOf,
});

export const SINGLE_LINK = link(1254067);
export const DUPLEX_LINK = link(1254074);

const API = 'https://open.feishu.cn/open-apis/drive/v1/medias';

export const ATTACHMENT: Kind<string[]> = {
	write(given, { store, base }) {
		if (!Array.isArray(given)) throw problem(1254069);
		if (given.length > MAX_FILES) throw problem(1254106);
		return given.map((entry: unknown) => {
			const token = typeof entry === 'object' && entry !== null ? (entry as { file_token?: unknown }).file_token : '';
			const media = typeof token === 'string' ? store.bases.medias.get(token) : undefined;
			if (!media) throw problem(1254069);
			if (media.parent_node !== base.app_token) throw problem(1254303);
			return media.file_token;
		});
	},
	search: (tokens, { store, table }) =>
		tokens.map((token) => {
			const media = store.bases.medias.get(token);
			const extra = encodeURIComponent(
				JSON.stringify({ bitablePerm: { tableId: table.table_id, rev: table.revision } }),
			);
			return {
				file_token: token,
				name: media?.name ?? '',
				type: media?.content_type ?? '',
				size: media?.bytes.length ?? 0,
				url: `${API}/${token}/download?extra=${extra}`,
				tmp_url: `${API}/batch_get_tmp_download_url?file_tokens=${token}&extra=${extra}`,
			};
		}),
	event: (tokens, { store }) =>
		JSON.stringify(tokens.map((token) => ({ file_token: token, name: store.bases.medias.get(token)?.name ?? '' }))),
	words: (tokens, { store }) => tokens.map((token) => store.bases.medias.get(token)?.name ?? ''),
};
