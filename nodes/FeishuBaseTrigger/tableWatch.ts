import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';

import type { BaseField } from '../../feishu/base/baseField';
import { hasUnknownOption } from '../../feishu/base/eventCells';
import type { Fits } from '../../feishu/base/filterHere';
import { fieldsTold, type RecordAction, type TableEvent } from '../../feishu/base/tableEvents';
import { appOf } from '../shared/client/appOf';
import { FeishuClient } from '../shared/client/client';
import { failureData, toNodeError } from '../shared/client/errors';
import type { Asking } from '../shared/client/asking';
import { fieldsOf, type TablePath } from '../shared/base/contents';
import { recordsById } from '../shared/base/recordsById';
import { inView } from '../shared/base/watch/inView';
import { botOpenIdOf } from '../shared/triggers/events/lookUp';
import { fieldItem, itemOf, type Told } from './tableItems';
import type { WatchSettings } from './watchSettings';

/** Of which one is enough; of the table, for what an event does not tell. */
const SCOPES = ['bitable:app:readonly', 'bitable:app'];

/** What is known of the table until its fields change. */
interface Known {
	fields: readonly BaseField[];
	/** IDs of fields of which one must change; empty for any. */
	watched: ReadonlySet<string>;
	fits: Fits;
	/** Empty for all records. */
	view: string;
}

/** The table that a trigger watches: what events tell of it becomes items. */
export class TableWatch {
	/** Where it is; undefined until that is known. */
	path: TablePath | undefined;

	private readonly feishu: FeishuClient;

	private known: Promise<Known> | undefined;

	/** As it was last; for what can't be asked for at the moment. */
	private fields: readonly BaseField[] = [];

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly settings: WatchSettings,
	) {
		this.feishu = new FeishuClient(context);
	}

	/** Finds the table, and the fields and the view that the panel names. @throws NodeError */
	async find(): Promise<TablePath> {
		const found = async () => {
			const path = await this.settings.table.path(this.asking());
			this.path = path;
			await this.know();
			return path;
		};
		return await found().then(undefined, (error: unknown) => {
			throw toNodeError(this.context.getNode(), error, { scopes: SCOPES });
		});
	}

	/** Whether the event is of this table. */
	concerns({ file_token, table_id }: TableEvent): boolean {
		return file_token === this.path?.app_token && table_id === this.path.table_id;
	}

	/**
	 * The items of an event, in its order; none where nothing in it is wanted. Never rejects: what can't be read is taken
	 * from the event, and the item says why.
	 * @param hurry aborted when there is no more time to read
	 */
	async items(event: TableEvent, hurry: AbortSignal): Promise<INodeExecutionData[]> {
		const { events, includeOwn } = this.settings;
		if (event.fields.length > 0) this.known = undefined;
		const actions = event.records.filter(({ kind }) => events.has(kind));
		const columns = events.has('field') ? event.fields : [];
		if (actions.length + columns.length === 0 || (!includeOwn && (await this.isOwn(event)))) return [];
		if (columns.length > 0) return columns.map((action) => fieldItem(action, event));
		return await inTime(hurry, this.recordItems(event, actions)).catch((error: unknown) => {
			const failure = failureData(toNodeError(this.context.getNode(), error, { scopes: SCOPES }));
			this.context.logger.warn(`Records that changed could not be read: ${failure.error}`, { table: event.table_id });
			return actions.map((action) => this.item({ action, event, fields: this.fields, failure }));
		});
	}

	private async recordItems(event: TableEvent, all: readonly RecordAction[]): Promise<INodeExecutionData[]> {
		const { path } = this;
		if (!path) return [];
		const { fields, watched, fits, view } = await this.knowFor(all);
		const isWatched = (action: RecordAction) =>
			action.kind !== 'changed' || watched.size === 0 || [...fieldsTold(action)].some((id) => watched.has(id));
		const actions = all.filter(isWatched);
		const ids = actions.filter(({ kind }) => kind !== 'deleted').map(({ record_id }) => record_id);
		const { records } = await recordsById(this.feishu, path, ids);
		const field_name = (fields.find(({ is_primary }) => is_primary) ?? fields[0])?.field_name;
		const shown = view && (await inView(this.feishu, path, { view_id: view, field_name, record_ids: ids }));
		return (
			actions
				// A deleted record is in no view any more, so it can't be left out for it.
				.filter(({ kind, record_id }) => !shown || kind === 'deleted' || shown.has(record_id))
				.map((action) => ({ action, event, fields, record: records.get(action.record_id) }))
				.filter((told) => fits(itemOf(told).plain))
				.map((told) => this.item(told))
		);
	}

	private item(told: Told): INodeExecutionData {
		const { simplified, asDelivered } = itemOf(told);
		return this.settings.simple ? simplified() : asDelivered();
	}

	private async isOwn({ operator_id }: TableEvent): Promise<boolean> {
		const bot = await appOf(this.context).then(
			async (app) => await botOpenIdOf(this.context, app),
			() => undefined,
		);
		return bot !== undefined && bot === operator_id;
	}

	/** A field or an option that is not known has come since: the table is asked again, once. */
	private async knowFor(actions: readonly RecordAction[]): Promise<Known> {
		const known = await this.know();
		const isOld = actions.some((action) => {
			const cells = [...action.before.values(), ...action.after.values()];
			return cells.some((cell) => {
				const field = known.fields.find(({ field_id }) => field_id === cell.field_id);
				return !field || hasUnknownOption(field, cell);
			});
		});
		if (!isOld) return known;
		this.known = undefined;
		return await this.know();
	}

	private async know(): Promise<Known> {
		this.known ??= this.ask();
		const asked = this.known;
		return await asked.catch((error: unknown) => {
			if (this.known === asked) this.known = undefined;
			throw error;
		});
	}

	private async ask(): Promise<Known> {
		const asking = this.asking();
		const path = this.path ?? (await this.settings.table.path(asking));
		const fields = await fieldsOf(asking, path);
		const watched = new Set<string>();
		for (const column of this.settings.watched) watched.add((await column.field(asking, path)).field_id);
		const fits = await this.settings.conditions(asking, path);
		const view = (await this.settings.view?.id(asking, path)) ?? '';
		this.fields = fields;
		return { fields, watched, fits, view };
	}

	/** What was looked up is kept with `context`, so each asking is one of its own. */
	private asking(): Asking {
		return { feishu: this.feishu, context: {}, errorContext: {} };
	}
}

async function inTime<T>(hurry: AbortSignal, work: Promise<T>): Promise<T> {
	if (hurry.aborted) throw new Error(LATE);
	let late: () => void = () => undefined;
	const over = new Promise<never>((_, reject) => {
		late = () => reject(new Error(LATE));
		hurry.addEventListener('abort', late);
	});
	return await Promise.race([work, over]).finally(() => hurry.removeEventListener('abort', late));
}

const LATE = 'n8n stopped before the record was read';
