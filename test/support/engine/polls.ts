/** A polling trigger as n8n runs it: in production with its memory, and in the editor. */
import './environment';

import { PollContext, TriggersAndPollers, WorkflowExecute } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type INodeType } from 'n8n-workflow';

import { additionalData, type CredentialRef, type Platform } from '.';
import { witness } from './witness';

export interface PollingOptions {
	type: new () => INodeType;
	credential?: CredentialRef;
}

const NAME = 'Polling Trigger';

/** A workflow that n8n has activated. */
export class PollingWorkflow {
	private workflow: Workflow;

	/** The static data that n8n has written to its database. */
	private stored = '{}';

	constructor(
		private readonly platform: Platform,
		private readonly parameters: INode['parameters'],
		private readonly options: PollingOptions,
	) {
		this.workflow = workflowWith(platform, parameters, options);
	}

	/** n8n polls once when it activates a workflow, and writes down what that noted. */
	async activate(): Promise<IDataObject[]> {
		const items = await this.poll();
		this.save();
		return items;
	}

	/** The items that would start the workflow; with them n8n writes down what the poll noted. */
	async poll(): Promise<IDataObject[]> {
		const node = onlyNode(this.workflow);
		const { helper } = this.options.credential ?? this.platform.credential;
		const context = new PollContext(this.workflow, node, additionalData(helper, this.workflow), 'trigger', 'activate');
		const result = await new TriggersAndPollers().runPollFunction(this.workflow, node, context);
		const items = result?.[0] ?? [];
		items.forEach((item) => witness(item));
		if (result) this.save();
		return items.map(({ json }) => json);
	}

	/** n8n ends, and comes back with what it has written down. */
	restart(): void {
		this.workflow = workflowWith(this.platform, this.parameters, this.options, JSON.parse(this.stored) as IDataObject);
	}

	/** Characters of what n8n keeps. */
	get size(): number {
		return this.stored.length;
	}

	private save(): void {
		this.stored = JSON.stringify(this.workflow.staticData);
	}
}

/** Fetch Test Event in the editor. */
export async function fetchTestEvent(platform: Platform, parameters: INode['parameters'], options: PollingOptions) {
	const workflow = workflowWith(platform, parameters, options);
	const { helper } = options.credential ?? platform.credential;
	const engine = new WorkflowExecute(additionalData(helper, workflow), 'manual');
	const { data } = await engine.run({ workflow, startNode: onlyNode(workflow) });
	const [task] = data.resultData.runData[NAME] ?? [];
	witness(task, data.resultData.error);
	const items = task?.data?.main?.[0]?.map(({ json }) => json) ?? [];
	return { items, error: data.resultData.error, staticData: workflow.staticData };
}

function workflowWith(
	platform: Platform,
	parameters: INode['parameters'],
	{ type: Type, credential = platform.credential }: PollingOptions,
	staticData: IDataObject = {},
): Workflow {
	const type = new Type();
	const kind = credential.type ?? 'feishuApi';
	return new Workflow({
		id: 'polling',
		active: true,
		nodes: [
			{
				id: 'polling-node',
				name: NAME,
				type: type.description.name,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: { [kind]: { id: credential.id, name: 'Feishu' } },
			},
		],
		connections: {},
		nodeTypes: { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
		staticData,
	});
}

function onlyNode(workflow: Workflow): INode {
	const node = workflow.getNode(NAME);
	if (!node) throw new Error('The workflow has no trigger');
	return node;
}
