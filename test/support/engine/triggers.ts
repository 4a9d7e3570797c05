/** Feishu Trigger as n8n activates it and as the editor tests it, on the long connection of the simulator. */
import './environment';

import { TriggerContext, TriggersAndPollers, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeType,
	type IRun,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWorkflowSettings,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { FeishuTrigger } from '../../../nodes/FeishuTrigger/FeishuTrigger.node';
import type { Chat, Delivery, SimulatorOptions } from '../../../simulator';
import { additionalData, keepSecret, until, usePlatform, type CredentialRef, type Platform } from '.';
import { witness } from './witness';

type Emit = ITriggerFunctions['emit'];

export interface Started {
	item: IDataObject;
	/** All items of the execution. */
	items: IDataObject[];
	/** Names of the binary properties. */
	files: string[];
	response: Parameters<Emit>[1];
	done: Parameters<Emit>[2];
	key: string | undefined;
}

export interface ActiveOptions {
	id?: string;
	/** Of the node; Feishu Trigger unless given. */
	type?: new () => INodeType;
	activation?: WorkflowActivateMode;
	credential?: CredentialRef;
	/** As the database holds it. */
	staticData?: IDataObject;
	settings?: IWorkflowSettings;
	/** Called for each execution that is started. */
	onStart?(started: Started): void;
}

/** Short times, and repeats beyond the moment in which a trigger that leaves lets events wait. */
const FAST = {
	rateLimits: false,
	pushRetryScheduleMs: [200, 1000, 3000, 5000],
	longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } },
};

/** A platform whose workflows are deactivated after each test, and which can be made to send events. */
export function useTriggers(options: SimulatorOptions = {}) {
	const platform = usePlatform({ ...FAST, ...options });
	const active: ActiveTrigger[] = [];
	let messages = 0;
	const connections = () => platform.simulator.longConnection.list();
	beforeAll(() => keepSecret(platform.simulator.encryptKey, platform.simulator.verificationToken));
	afterEach(async () => {
		for (const trigger of active.splice(0)) await trigger.deactivate();
		await until(() => connections().length === 0, 'the end of the connection');
		platform.simulator.longConnection.clearRefusals();
		await platform.simulator.push.idle();
	});
	const push = (type: string, event: object): Delivery =>
		platform.simulator.push.event(platform.simulator.appId, type, event);
	const message = (message_type: string, content: Record<string, unknown>, chat: Chat = platform.chat): Delivery => {
		const { message_id } = platform.userMessage(content, message_type, chat);
		return push('im.message.receive_v1', {
			sender: { sender_id: { open_id: chat.members[0] }, sender_type: 'user', tenant_key: 'tenant' },
			message: {
				message_id,
				message_type,
				chat_id: chat.chat_id,
				chat_type: chat.chat_type,
				create_time: String(Date.now()),
				content: JSON.stringify(content),
			},
		});
	};
	return {
		platform,
		push,
		/** A person writes to the bot. */
		message,
		say: (text = `hello ${(messages += 1)}`, chat?: Chat) => message('text', { text }, chat),
		activate: async (parameters?: INode['parameters'], options?: ActiveOptions) => {
			const trigger = await ActiveTrigger.activate(platform, parameters, options);
			active.push(trigger);
			return trigger;
		},
		connections,
	};
}

let workflows = 0;

/** What n8n's database knows of executions: it starts none twice. */
const EXECUTIONS = new Set<string>();

/** A workflow that n8n has activated. */
class ActiveTrigger {
	readonly started: Started[] = [];

	/** Executions that n8n would show as failed, without the trigger being stopped. */
	readonly failures: Error[] = [];

	/** What would make n8n stop the trigger. */
	readonly errors: Error[] = [];

	/** The static data that n8n has written to its database. */
	stored: IDataObject;

	private response: ITriggerResponse | undefined;

	private constructor(
		private readonly workflow: Workflow,
		private readonly options: ActiveOptions,
	) {
		this.stored = options.staticData ?? {};
	}

	/** @throws what n8n would show */
	static async activate(
		platform: Platform,
		parameters: INode['parameters'] = {},
		options: ActiveOptions = {},
	): Promise<ActiveTrigger> {
		const credential = options.credential ?? platform.credential;
		const workflow = workflowWith(parameters, credential, options);
		const trigger = new ActiveTrigger(workflow, options);
		await trigger.open(credential);
		return trigger;
	}

	/** The JSON of all items that started the workflow. */
	get items(): IDataObject[] {
		return this.started.flatMap(({ items }) => items);
	}

	/** The texts of the messages among them. */
	get texts(): string[] {
		return this.items.map(({ event }) => String(((event as IDataObject).message as IDataObject)?.text));
	}

	async deactivate(): Promise<void> {
		await this.response?.closeFunction?.();
		this.response = undefined;
	}

	private async open(credential: CredentialRef): Promise<void> {
		const { activation = 'activate' } = this.options;
		const context = additionalData(credential.helper, this.workflow);
		const response = await new TriggersAndPollers().runTriggerFunction(
			this.workflow,
			onlyNode(this.workflow),
			(workflow, node, data, mode, how) =>
				new TriggerContext(
					workflow,
					node,
					data,
					mode,
					how,
					this.emit,
					(error) => this.errors.push(error),
					(error) => this.failures.push(error),
				),
			context,
			'trigger',
			activation,
		);
		this.response = response;
		this.save();
	}

	private readonly emit: Emit = (data, response, done, key) => {
		this.save();
		if (key !== undefined && EXECUTIONS.has(key)) return;
		if (key !== undefined) EXECUTIONS.add(key);
		const items = data[0] ?? [];
		const [item] = items;
		items.forEach((one) => witness(one));
		const json = items.map((one) => one.json);
		const started = {
			item: item?.json ?? {},
			items: json,
			files: Object.keys(item?.binary ?? {}),
			response,
			done,
			key,
		};
		this.started.push(started);
		this.options.onStart?.(started);
		done?.resolve({} as IRun);
	};

	/** When n8n does: on each start of an execution, and after the activation. */
	private save(): void {
		if (this.workflow.staticData.__dataChanged !== true) return;
		this.stored = JSON.parse(JSON.stringify(this.workflow.staticData)) as IDataObject;
	}
}

/** A test in the editor, from the click on Execute Step to its end. */
export function startTest(platform: Platform, parameters: INode['parameters'] = {}, options: ActiveOptions = {}) {
	const credential = options.credential ?? platform.credential;
	const workflow = workflowWith(parameters, credential, options);
	const engine = new WorkflowExecute(additionalData(credential.helper, workflow), 'manual');
	const run = engine.run({ workflow, startNode: onlyNode(workflow) });
	const done = Promise.resolve(run).then(({ data, status }) => {
		const [task] = data.resultData.runData[NAME] ?? [];
		witness(task, data.resultData.error);
		return { items: task?.data?.main?.[0]?.map(({ json }) => json) ?? [], error: data.resultData.error, status };
	});
	return { done, cancel: () => run.cancel() };
}

const NAME = 'Feishu Trigger';

function workflowWith(parameters: INode['parameters'], credential: CredentialRef, options: ActiveOptions): Workflow {
	workflows += 1;
	const type = new (options.type ?? FeishuTrigger)();
	return new Workflow({
		id: options.id ?? `active-${workflows}`,
		active: true,
		nodes: [
			{
				id: 'trigger-node',
				name: NAME,
				type: 'feishuTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: options.type ? parameters : { events: ['*'], ...parameters },
				credentials: { feishuApi: { id: credential.id, name: 'Feishu' } },
			},
		],
		connections: {},
		nodeTypes: { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1', ...options.settings },
		staticData: options.staticData,
	});
}

function onlyNode(workflow: Workflow): INode {
	const node = workflow.getNode(NAME);
	if (!node) throw new Error('The workflow has no trigger');
	return node;
}
