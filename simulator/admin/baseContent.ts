import type { FastifyInstance } from 'fastify';
import { kindOf } from '../base/cellsOf';
import { Changes, type TableChanges } from '../base/changes';
import { addField, fieldById, fieldView, removeField, replaceField } from '../base/fields';
import { TYPES } from '../base/kinds';
import type { FieldRequest } from '../base/property';
import { readRecords } from '../base/readRecords';
import { deleteRecords, type Row, writeRecords } from '../base/writeRecords';
import { pushTableChanges } from '../events/baseEvents';
import type { Platform } from '../gateway/platform';
import type { Cell } from '../state/bases';
import type { Operator } from '../state/operator';
import { type OfTable, said, tableOf } from './bases';
import { adminError } from './errors';

interface Acting {
	/** Who does it: a person of the simulator. */
	open_id: string;
}

type OfRecord = OfTable & { Params: { record_id: string } };
type OfField = OfTable & { Params: { field_id: string } };

const TABLE = '/_sim/bases/:app_token/tables/:table_id';
const RECORD = `${TABLE}/records/:record_id`;
const FIELD = `${TABLE}/fields/:field_id`;

/** What people do in a base by hand: fields and records, each of it an event. */
export function baseContentRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const tell = (changes: readonly TableChanges[], openId: string) => pushTableChanges(platform, changes, openId);
	const personOf = ({ open_id: openId }: Acting, params: OfTable['Params']): Operator => {
		const user = store.contact.users.get(openId);
		if (!user) throw adminError(404, 'There is no such person');
		return { app: tableOf(platform, params).app, user, scopes: null };
	};

	function write(params: OfTable['Params'], body: Acting, rows: readonly Row[]): object {
		const asking = tableOf(platform, params);
		const writing = { ...asking, by: personOf(body, params), lagMs: 0 };
		const { records, changes } = said(() => writeRecords(writing, rows));
		tell(changes, body.open_id);
		return { records: readRecords(records, asking) };
	}

	server.post<OfTable & { Body: Acting & { records: Row['fields'][] } }>(`${TABLE}/records`, ({ params, body }) =>
		write(
			params,
			body,
			body.records.map((fields) => ({ fields })),
		),
	);

	server.put<OfRecord & { Body: Acting & Pick<Row, 'fields'> }>(RECORD, ({ params, body }) =>
		write(params, body, [{ record_id: params.record_id, fields: body.fields }]),
	);

	server.delete<OfRecord & { Body: Acting }>(RECORD, ({ params, body }) => {
		tell(
			said(() => deleteRecords(tableOf(platform, params), [params.record_id])),
			body.open_id,
		);
		return {};
	});

	// What no call writes: what a formula comes to, a step, a text with mentions. Formulas are no event.
	server.put<OfRecord & { Body: Acting & { cells: Record<string, Cell | null> } }>(
		`${RECORD}/cells`,
		({ params, body }) => {
			const asking = tableOf(platform, params);
			const { base, table } = asking;
			const record = table.records.get(params.record_id);
			if (!record) throw adminError(404, 'There is no such record');
			const changes = new Changes(base);
			for (const [name, cell] of Object.entries(body.cells)) {
				const field = table.fields.find((one) => one.field_name === name);
				if (!field || kindOf(field).computed) throw adminError(400, `There is no column ${name} that can hold it`);
				const id = field.field_id;
				const [before, after] = [record.cells.get(id), cell ?? undefined];
				if (after === undefined) record.cells.delete(id);
				else record.cells.set(id, after);
				const silent = field.type === TYPES.formula || field.type === TYPES.lookup;
				if (!silent)
					changes.of(table).records.push({
						record,
						action: 'record_edited',
						before: new Map([[id, before]]),
						after: new Map([[id, after]]),
					});
			}
			table.revision += 1;
			tell(changes.all(), body.open_id);
			return { records: readRecords([record], asking) };
		},
	);

	server.post<OfTable & { Body: Acting & FieldRequest }>(`${TABLE}/fields`, ({ params, body }) => {
		const { base, table } = tableOf(platform, params);
		const changes = new Changes(base);
		const field = said(() => addField(base, table, body, changes));
		tell(changes.all(), body.open_id);
		return fieldView(base, field);
	});

	server.put<OfField & { Body: Acting & FieldRequest }>(FIELD, ({ params, body }) => {
		const asking = tableOf(platform, params);
		const field = said(() => fieldById(asking.table, params.field_id));
		tell(
			said(() => replaceField(asking, field, body)),
			body.open_id,
		);
		return fieldView(asking.base, field);
	});

	server.delete<OfField & { Body: Acting }>(FIELD, ({ params, body }) => {
		const { base, table } = tableOf(platform, params);
		tell(
			said(() => removeField(base, table, fieldById(table, params.field_id))),
			body.open_id,
		);
		return {};
	});
}
