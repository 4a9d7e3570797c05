import { needKey, type CellNeed, type Found } from '../../../../feishu/base/cellNeeds';
import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/base/basePlace';
import type { TablePath } from '../../../shared/base/contents';
import { recordsByTitle } from '../../../shared/base/linkedRecords';
import { openIdsOf } from '../../../shared/contact/openIds';
import { uploadMedia } from '../../../shared/drive/mediaUpload';
import { needsOf, type PreparedRow } from './preparedRow';

type NeedOf<K extends CellNeed['kind']> = Extract<CellNeed, { kind: K }>;

/** What the rows of one request need, looked up once for all of them. */
export interface Resolved {
	/** For a row: what was found for a field of it. @throws InputError that names the field */
	for(row: PreparedRow): (field: string) => Found;
}

/**
 * Looks up everybody and everything that rows of one table name: people and linked records with few requests for all rows
 * together, files one after the other, each into the base of its row.
 * @throws CallError
 */
export async function resolveNeeds(asking: Asking, rows: readonly PreparedRow[]): Promise<Resolved> {
	const needs = rows.flatMap(needsOf);
	const people = await openIdsOf(asking.feishu, ofKind(needs, 'person'));
	const records = await recordsFor(asking, rows[0]?.path, ofKind(needs, 'record'));
	const candidates = (need: CellNeed): readonly string[] =>
		need.kind === 'person' ? people.of(need) : (records.get(needKey(need)) ?? []);
	const isThere = (need: CellNeed) => need.kind === 'file' || candidates(need).length === 1;
	const files = await filesFor(
		asking,
		rows.filter((row) => needsOf(row).every(isThere)),
	);
	return {
		for: (row) => (field) => (need) => {
			if (need.kind === 'file') return files.get(row)?.get(need.value) ?? '';
			const [only, another] = candidates(need);
			if (only === undefined || another !== undefined) throw notFound(field, need, another !== undefined);
			return only;
		},
	};
}

const ofKind = <K extends CellNeed['kind']>(needs: readonly CellNeed[], kind: K): Array<NeedOf<K>> =>
	needs.filter((need): need is NeedOf<K> => need.kind === kind);

async function recordsFor(
	asking: Asking,
	path: TablePath | undefined,
	needs: ReadonlyArray<NeedOf<'record'>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, readonly string[]>();
	for (const table_id of new Set(needs.map(({ table }) => table))) {
		const ofTable = needs.filter(({ table }) => table === table_id);
		const values = ofTable.map(({ value }) => value);
		const byTitle = await recordsByTitle(asking, { app_token: path?.app_token ?? '', table_id }, values);
		for (const need of ofTable) found.set(needKey(need), byTitle.get(need.value) ?? []);
	}
	return found;
}

async function filesFor(
	{ feishu }: Asking,
	rows: readonly PreparedRow[],
): Promise<ReadonlyMap<PreparedRow, ReadonlyMap<string, string>>> {
	const found = new Map<PreparedRow, Map<string, string>>();
	for (const row of rows) {
		const tokens = new Map<string, string>();
		found.set(row, tokens);
		for (const { field, cell } of row.cells)
			for (const { value } of ofKind(cell.needs, 'file'))
				if (!tokens.has(value))
					tokens.set(
						value,
						await uploadMedia(feishu, await row.open(value), {
							label: field.field_name,
							parentType: 'bitable_file',
							parentNode: row.path.app_token,
						}),
					);
	}
	return found;
}

function notFound(field: string, need: CellNeed, several: boolean): InputError {
	const { kind, value } = need;
	if (kind === 'record')
		return new InputError(
			field,
			`The field '${field}' links to '${value.slice(0, 60)}', which ${several ? 'several records have' : 'no record has'} in the first column of the linked table`,
			several ? 'Give the ID of the one that is meant (rec…)' : 'Check how it is written, or create that record first',
		);
	return new InputError(
		field,
		`The field '${field}' names ${several ? 'several people' : 'nobody'}: '${value.slice(0, 60)}'`,
		several
			? 'Give the e-mail address or the ID of the one who is meant'
			: "Check how it is written; the person must be in the app's contact range, and the app needs the scope contact:user.id:readonly",
	);
}
