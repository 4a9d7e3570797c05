import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { FIELD, kindOf, type BaseField } from '../../feishu/base/baseField';
import type { Fits } from '../../feishu/base/filterHere';
import { AGAIN_MS, isRecent, type Change, type PollCursor } from '../../feishu/base/pollCursor';
import { plainRecord, type BaseRecord } from '../../feishu/base/plainRecord';
import { InputError } from '../../feishu/input';
import { object, text, type JsonObject } from '../../feishu/json';
import { appOf } from '../shared/client/appOf';
import { FeishuClient } from '../shared/client/client';
import { authenticationOf } from '../shared/client/sessions';
import { fieldsOf, type TablePath } from '../shared/base/contents';
import { recordsOf } from '../shared/base/searching';
import { changedItem } from '../shared/base/watch/changedItem';
import { botOpenIdOf } from '../shared/triggers/events/lookUp';
import type { PollSettings } from './pollSettings';

/** A record and when it was last changed. */
export interface Polled extends Change {
	record: BaseRecord;
}

interface Found {
	path: TablePath;
	fields: readonly BaseField[];
	/** Tells when a record was changed, and puts the newest first; without it the record itself tells. */
	time?: BaseField;
	/** Empty for all records. */
	view: string;
	fits: Fits;
}

/** The table that is asked again and again. */
export class PolledTable {
	private constructor(
		private readonly context: IPollFunctions,
		private readonly feishu: FeishuClient,
		private readonly settings: PollSettings,
		private readonly found: Found,
	) {}

	/** @throws InputError when the panel names what is not there; CallError */
	static async find(context: IPollFunctions, settings: PollSettings): Promise<PolledTable> {
		const feishu = new FeishuClient(context);
		const asking = { feishu, context: {}, errorContext: {} };
		const path = await settings.table.path(asking);
		const fields = await fieldsOf(asking, path);
		const time = await settings.timeField?.field(asking, path);
		if (time && time.type !== FIELD.modifiedTime)
			throw new InputError(
				'Last Modified Time Field',
				`'${time.field_name}' is ${kindOf(time)}, and not the time of the last change`,
				'Choose a field of the type Last Modified Time, or none',
			);
		const view = (await settings.view?.id(asking, path)) ?? '';
		const fits = await settings.conditions(asking, path);
		return new PolledTable(context, feishu, settings, { path, fields, time, view, fits });
	}

	/** What the memory of polls belongs to. */
	get key(): string {
		const { path, time, view } = this.found;
		return [path.app_token, path.table_id, time?.field_id ?? '', view].join(' ');
	}

	/** The records that were changed since; all that count for the first time. */
	async changes(before: PollCursor | undefined): Promise<Polled[]> {
		const changes = new Map<string, Polled>();
		let youngest = 0;
		for await (const change of this.all()) {
			youngest = Math.max(youngest, change.time);
			if (isRecent(before ?? { from: youngest - AGAIN_MS }, change)) changes.set(change.record_id, change);
			else if (this.isSorted) break;
		}
		return [...changes.values()];
	}

	/** The youngest changes, as an example. @param most of them */
	async newest(most: number): Promise<Polled[]> {
		const byAge = (one: Polled, other: Polled) => other.time - one.time;
		let newest: Polled[] = [];
		for await (const change of this.all()) {
			newest.push(change);
			if (this.isSorted && newest.length === most) break;
			if (newest.length === 10 * most) newest = newest.sort(byAge).slice(0, most);
		}
		return newest.sort(byAge).slice(0, most);
	}

	/** A view is read as a whole: asked for in an order, the platform forgets it. */
	private get isSorted(): boolean {
		return this.found.time !== undefined && this.found.view === '';
	}

	private async *all(): AsyncGenerator<Polled> {
		const { path, time, view } = this.found;
		const sort = this.isSorted && time ? { sort: [{ field_name: time.field_name, desc: true }] } : {};
		const search = { ...sort, ...(view !== '' && { view_id: view }), automatic_fields: true };
		for await (const record of recordsOf(this.feishu, path, search))
			yield { record_id: record.record_id, time: this.timeOf(record), record };
	}

	private timeOf({ fields, last_modified_time: modified, created_time: created }: BaseRecord): number {
		const { time } = this.found;
		const cell = time ? Number(fields[time.field_name]) : Number(modified);
		return cell > 0 ? cell : Number(created) || 0;
	}

	/** Those of the changes that are wanted. @param before what the last poll had seen */
	async items(changes: readonly Polled[], before: PollCursor): Promise<INodeExecutionData[]> {
		const bot = changes.length > 0 && !this.settings.includeOwn ? await this.ownBot() : undefined;
		return changes.flatMap(({ record, time }) => {
			const { created_time: created = 0, last_modified_by: by } = record;
			const event = created > before.upTo || created === time ? 'created' : 'changed';
			if (!this.settings.events.has(event) || (bot !== undefined && idOf(by) === bot)) return [];
			const plain = plainRecord(this.found.fields, record);
			if (!this.found.fits(plain)) return [];
			const shown = this.settings.simple ? plain : { ...record };
			return [changedItem({ event, table_id: this.found.path.table_id }, shown as JsonObject)];
		});
	}

	/** What a person does by hand is theirs as well, so only an app has changes of its own. */
	private async ownBot(): Promise<string | undefined> {
		if (!['app', 'storeApp'].includes(authenticationOf(this.context))) return undefined;
		return await botOpenIdOf(this.context, await appOf(this.context));
	}
}

const idOf = (person: unknown): string => text(object(Array.isArray(person) ? person[0] : person).id);
