import type { CallError } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import { needKey, type CellNeed, type Found } from '../../../../feishu/base/cellNeeds';
import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/client/asking';
import type { TablePath } from '../../../shared/base/contents';
import { recordsByTitle } from '../../../shared/base/linkedRecords';
import type { FeishuClient } from '../../../shared/client/client';
import { openIdsOf } from '../../../shared/contact/openIds';
import { uploadMedia } from '../../../shared/drive/mediaUpload';
import { needsOf, type PreparedRow } from './preparedRow';

type NeedOf<K extends CellNeed['kind']> = Extract<CellNeed, { kind: K }>;

/** What the rows of one request need, looked up once for all of them. */
export interface Resolved {
	/** For a row: what was found for a field of it. @throws InputError that names the field; what the lookup met */
	for(row: PreparedRow): (field: string) => Found;
}

/**
 * Looks up everybody and everything that rows of one table name: people and linked records with few requests for all rows
 * together, files one after the other, each into the base of its row. A lookup that fails is the failure of those rows
 * that need it.
 */
export async function resolveNeeds(asking: Asking, rows: readonly PreparedRow[]): Promise<Resolved> {
	const needs = rows.flatMap(needsOf);
	const people = await attempt(openIdsOf(asking.feishu, ofKind(needs, 'person')));
	const records = await attempt(recordsFor(asking, rows[0]?.path, ofKind(needs, 'record')));
	const candidates = (need: CellNeed): readonly string[] =>
		need.kind === 'person' ? people.value().of(need) : (records.value().get(needKey(need)) ?? []);
	const isThere = (need: CellNeed) =>
		need.kind === 'file' || (isGood(need.kind === 'person' ? people : records) && candidates(need).length === 1);
	const files = await filesFor(
		asking,
		rows.filter((row) => needsOf(row).every(isThere)),
	);
	return {
		for: (row) => (field) => (need) => {
			if (need.kind === 'file') return files.get(row)?.value().get(need.value) ?? '';
			const [only, another] = candidates(need);
			if (only === undefined || another !== undefined) throw notFound(field, need, another !== undefined);
			return only;
		},
	};
}

/** What something came to; whoever wants the value of what failed meets the error. */
interface Attempt<T> {
	value(): T;
	error?: unknown;
}

const isGood = ({ error }: Attempt<unknown>): boolean => error === undefined;

async function attempt<T>(work: Promise<T>): Promise<Attempt<T>> {
	return await work.then(
		(done): Attempt<T> => ({ value: () => done }),
		(error: unknown): Attempt<T> => ({
			error,
			value() {
				throw error;
			},
		}),
	);
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

/** After a refusal by the platform no further file is sent: it would refuse that as well. */
async function filesFor(
	{ feishu }: Asking,
	rows: readonly PreparedRow[],
): Promise<ReadonlyMap<PreparedRow, Attempt<ReadonlyMap<string, string>>>> {
	const found = new Map<PreparedRow, Attempt<ReadonlyMap<string, string>>>();
	let refused: Attempt<ReadonlyMap<string, string>> | undefined;
	for (const row of rows) {
		const tokens = refused ?? (await attempt(uploadsOf(feishu, row)));
		found.set(row, tokens);
		if (findCause<CallError>(tokens.error, 'CallError')) refused = tokens;
	}
	return found;
}

/** The tokens of a row's files, by the names of the item's fields. */
async function uploadsOf(feishu: FeishuClient, row: PreparedRow): Promise<Map<string, string>> {
	const tokens = new Map<string, string>();
	for (const { field, cell } of row.cells)
		for (const { value } of ofKind(cell.needs, 'file')) {
			if (tokens.has(value)) continue;
			const target = { label: field.field_name, parentType: 'bitable_file', parentNode: row.path.app_token } as const;
			tokens.set(value, await uploadMedia(feishu, await row.open(value), target));
		}
	return tokens;
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
