import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { cursorAfter, readCursor, unseen, type PollCursor } from '../../feishu/base/pollCursor';
import { toNodeError } from '../shared/client/errors';
import { authenticationOf } from '../shared/client/sessions';
import { Panel } from '../shared/operation/panel';
import { pollSettings } from './pollSettings';
import { PolledTable } from './polledTable';

const SCOPES = ['bitable:app:readonly', 'bitable:app'];

/** How many records are looked at for an example. */
const NEWEST = 100;

/**
 * The records that were created or changed since the last time; the first time nothing, because nobody knows which of
 * them are news. In a test the newest one that fits.
 */
export async function pollTable(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await poll(this).then(
		(items) => (items.length > 0 ? [items] : null),
		(error: unknown) => {
			throw toNodeError(this.getNode(), error, { scopes: SCOPES, caller: authenticationOf(this) });
		},
	);
}

async function poll(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const table = await PolledTable.find(context, pollSettings.read(new Panel(context, 0)));
	return context.getMode() === 'manual' ? await newest(table) : await news(context, table);
}

async function news(context: IPollFunctions, table: PolledTable): Promise<INodeExecutionData[]> {
	const state = context.getWorkflowStaticData('node');
	// Another table, or another way to tell its changes, starts anew.
	const before = state.table === table.key ? readCursor(state.cursor) : undefined;
	const recent = await table.changes(before);
	const items = before ? await table.items(unseen(before, recent), before) : [];
	state.table = table.key;
	state.cursor = { ...cursorAfter(before, recent, Date.now()) };
	return items;
}

/** An example for whoever builds a workflow. It changes nothing of what production has seen. */
async function newest(table: PolledTable): Promise<INodeExecutionData[]> {
	const items = await table.items(await table.newest(NEWEST), EVERYTHING_SEEN);
	return items.slice(0, 1);
}

const EVERYTHING_SEEN: PollCursor = { from: 0, upTo: Infinity, since: 0, seen: [] };
