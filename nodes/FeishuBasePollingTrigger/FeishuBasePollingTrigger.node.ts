import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { changedOutput } from '../shared/base/watch/changedItem';
import { authenticationField, credentialsFor } from '../shared/client/authentication';
import { propertiesOf } from '../shared/fields/nested';
import { methodsOf } from '../shared/operation/field';
import { pollSettings } from './pollSettings';
import { pollTable } from './pollTable';

/**
 * Starts a workflow from records that were created or changed in a table of a base, which it asks for at times that n8n
 * keeps. For those who have no events: a person, an app of the directory, an app that only reads.
 * @see FeishuBaseTrigger for why it is a node of its own
 */
export class FeishuBasePollingTrigger implements INodeType {
	/** Of its items, for the editor. */
	static readonly schema = changedOutput.schema;

	description: INodeTypeDescription = {
		displayName: 'Feishu Base Polling Trigger',
		name: 'feishuBasePollingTrigger',
		icon: {
			light: 'file:../../icons/feishuBasePollingTrigger.svg',
			dark: 'file:../../icons/feishuBasePollingTrigger.dark.svg',
		},
		group: ['trigger'],
		version: [1],
		subtitle:
			'={{ $parameter["events"].map((event) => event === "created" ? "Record Created" : "Record Changed").join(", ") }}',
		description:
			'Start a workflow when records of a base (多维表格) in Feishu or Lark were created or changed, by asking for them now and then',
		defaults: { name: 'Feishu Base Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsFor(),
		properties: [
			{
				displayName:
					'Needs no events, only the right to read. The first poll starts nothing: it notes what is there. For changes at once, for what was before a change, and for deleted records, use the Feishu Base Trigger.',
				name: 'pollNotice',
				type: 'notice',
				default: '',
			},
			authenticationField(),
			...propertiesOf([pollSettings]),
		],
	};

	methods = methodsOf([pollSettings]);

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollTable.call(this);
	}
}
