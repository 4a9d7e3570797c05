import type { INodeType, INodeTypeDescription, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { changedOutput } from '../shared/base/watch/changedItem';
import { listenToTable } from './listenToTable';
import { TABLE_NOTICES, TABLE_TRIGGER_PANEL } from './tableNotices';
import { watchMethods, watchProperties } from './watchSettings';

const EVENTS: Readonly<Record<string, string>> = {
	created: 'Record Created',
	changed: 'Record Changed',
	deleted: 'Record Deleted',
	field: 'Field Changed',
};

/**
 * Starts a workflow from what happens in a table of a base, over the connection that n8n opens for the app; it is the same
 * one that Feishu Trigger uses. Who can't have events takes Feishu Base Polling Trigger: n8n keeps asking for nodes of a
 * kind of its own, with their times, their memory over restarts and their patience after failures, and a node is of one
 * kind or of the other.
 */
export class FeishuBaseTrigger implements INodeType {
	/** Of its items, for the editor. */
	static readonly schema = changedOutput.schema;

	description: INodeTypeDescription = {
		displayName: 'Feishu Base Trigger',
		name: 'feishuBaseTrigger',
		icon: { light: 'file:../../icons/feishuBaseTrigger.svg', dark: 'file:../../icons/feishuBaseTrigger.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ ($parameter["events"] ?? []).map((event) => (${JSON.stringify(EVENTS)})[event] ?? event).join(", ") }}`,
		// n8n shows it for the node of the actions as well.
		description:
			'Read, create, update and sync records of bases (多维表格) in Feishu or Lark, or start a workflow when a record or a field is created, changed or deleted',
		eventTriggerDescription: 'Waiting for a change in the table',
		activationMessage: 'From now on the workflow starts for every chosen change in the table.',
		triggerPanel: TABLE_TRIGGER_PANEL,
		defaults: { name: 'Feishu Base Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuApi', required: true }],
		properties: [...TABLE_NOTICES, ...watchProperties()],
	};

	methods = watchMethods;

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await listenToTable.call(this);
	}
}
