import type { BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { planUpsert, type Several } from '../../../../feishu/base/recordKeys';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import { mergedChange } from './keptFiles';
import { knownRecords } from './knownRecords';
import type { Attachments } from './writeOptions';
import { saidNothing } from './rowResult';
import { createRows, updateRows, type Writing } from './writeRows';
import type { RecordAction } from './writtenItems';

export type NoMatch = 'create' | 'leaveOut' | 'refuse';

export interface UpsertHow {
	severalMatches: Several;
	noMatch: NoMatch;
	/** What is done with a record that is there. */
	match: 'update' | 'get';
	/** What complaints call the columns. */
	label: string;
	/** What becomes of files that are in a cell. */
	attachments?: Attachments;
}

/** What became of a record for a row. */
export interface Done {
	result: BaseRecord | Error;
	action?: RecordAction;
}

/**
 * Finds the record of each row with one look for all of them, changes it if that is wanted, and makes those that are missing. Rows with the same key
 * are one record, the later ones over the earlier. A row that could not be resolved is its own failure.
 * @returns for each row what became of its records; nothing for a row that was left out
 * @throws CallError about the look
 */
export async function upsertRows(
	writing: Writing,
	rows: ReadonlyArray<JsonObject | Error>,
	by: readonly BaseField[],
	how: UpsertHow,
): Promise<Done[][]> {
	const { feishu, path } = writing;
	const done: Done[][] = rows.map((row) => (row instanceof Error ? [{ result: row }] : []));
	const ready = rows.flatMap((fields, index) => (fields instanceof Error ? [] : [{ fields, index }]));
	if (ready.length === 0) return done;
	const tell = (entries: readonly number[], one: Done) => {
		for (const entry of entries) done[ready[entry]?.index ?? -1]?.push(one);
	};
	const wanted = ready.map(({ fields }) => fields);
	const merge = (earlier: JsonObject, later: JsonObject) =>
		mergedChange(writing.fields, earlier, later, how.attachments === 'add');
	const plan = planUpsert(by, wanted, await knownRecords(feishu, path, by, wanted), how.severalMatches, merge);
	tell(plan.keyless, { result: keyless(how.label, by) });
	for (const { entry, record_ids } of plan.refused) tell([entry], { result: several(how.label, by, record_ids) });
	const found =
		how.match === 'get' ? plan.updates : await updateRows({ ...writing, attachments: how.attachments }, plan.updates);
	const action = how.match === 'get' ? 'found' : 'updated';
	plan.updates.forEach(({ entries }, at) => tell(entries, doneAs(action, found[at])));
	if (how.noMatch === 'refuse') for (const { entries } of plan.creates) tell(entries, { result: none(how.label, by) });
	if (how.noMatch !== 'create') return done;
	const created = await createRows(writing, plan.creates);
	plan.creates.forEach(({ entries }, at) => tell(entries, doneAs('created', created[at])));
	return done;
}

const doneAs = (action: RecordAction, result: BaseRecord | Error = saidNothing()): Done => ({ result, action });

const names = (by: readonly BaseField[]) => by.map(({ field_name }) => `'${field_name}'`).join(' and ');

const keyless = (label: string, by: readonly BaseField[]) =>
	new InputError(
		label,
		`The item has no value in ${names(by)}, by which its record is found`,
		'Keep items without one away by a Filter node, or match on another column',
	);

const several = (label: string, by: readonly BaseField[], record_ids: readonly string[]) =>
	new InputError(
		label,
		`${record_ids.length} records have the same ${names(by)}`,
		`They are ${record_ids.slice(0, 10).join(', ')}. Match on more columns, or choose under When Several Records Fit which are meant`,
	);

const none = (label: string, by: readonly BaseField[]) =>
	new InputError(
		label,
		`No record has the same ${names(by)}`,
		'Check the value, or choose under When No Record Fits to create it',
	);
