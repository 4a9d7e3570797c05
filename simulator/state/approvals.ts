/** The part of a form that a definition has; what people fill in is a value of it. */
export interface Widget {
	id: string;
	custom_id?: string;
	name: string;
	type: string;
	required?: boolean;
	/** Of choices: value is the key that a request gives, text what people read. */
	option?: unknown;
	/** The preset, such as the currency of an amount or the text of a description. */
	value?: unknown;
	children?: Widget[];
	/** Options that come from elsewhere. */
	externalData?: object;
	/** Of a formula: the numbers that it multiplies. The platform does not tell. */
	computes?: readonly string[];
	[setting: string]: unknown;
}

export type NodeType = 'AND' | 'OR' | 'SEQUENTIAL' | 'CC_NODE';

export interface ApprovalNode {
	/** 32 hexadecimal digits. */
	node_id: string;
	/** As the timeline and events call it: APPROVAL_27997_285502. */
	node_key: string;
	custom_node_id?: string;
	name: string;
	node_type: NodeType;
	/** Who starts an approval chooses the people. */
	need_approver: boolean;
	approver_chosen_multi?: boolean;
	approver_chosen_range?: ReadonlyArray<{ approver_range_type: number; approver_range_ids: string[] }>;
	require_signature?: boolean;
	/** open_ids in the store, of approvers or of those who get a copy. */
	people: readonly string[];
	/** The node decides by itself. */
	automatic?: 'AUTO_PASS' | 'AUTO_REJECT';
}

export interface Viewer {
	type: 'TENANT' | 'DEPARTMENT' | 'USER' | 'NONE';
	/** An open_id or open_department_id. */
	id?: string;
}

/** What may be so of an approval, and shows only by what is refused then. */
export const DEFINITION_CONDITIONS = ['paid', 'paidKind', 'noWay', 'failsToStart', 'againstRules'] as const;
export type DefinitionCondition = (typeof DEFINITION_CONDITIONS)[number];

export interface Definition {
	approval_code: string;
	/** Digits. */
	approval_id: string;
	/** A text, or a key of the texts. */
	approval_name: string;
	description: string;
	status: 'ACTIVE' | 'INACTIVE' | 'DELETED' | 'UNKNOWN';
	form: Widget[];
	nodes: ApprovalNode[];
	viewers: Viewer[];
	/** open_ids. */
	admins: string[];
	/** By language, by key. */
	texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
	locale: string;
	/** People draw the process themselves; no API starts one. */
	free?: boolean;
	/** Its path depends on the form, which a decision must bring then. */
	branches?: boolean;
	/**
	 * It takes a paid edition, or is of a kind that does; its way can't be worked out; it can't be started, for no reason or
	 * by a rule of attendance.
	 */
	condition?: DefinitionCondition;
	/** The app was not let at its data. */
	closed?: boolean;
	/** The administrator lets people withdraw what they started. */
	revocable: boolean;
	/** Days after the approval in which it can be reverted. */
	revertDays: number;
	/** A refusal sends it back to who started it. */
	rejectsToStart?: boolean;
}

/** A value of a widget, with people and files as the store knows them. */
export interface Filled {
	id: string;
	kept: unknown;
}

export type TaskStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'TRANSFERRED' | 'DONE';

export interface ApprovalTask {
	id: string;
	/** Empty where nobody decides. */
	open_id: string;
	node_id: string;
	type: 'AND' | 'OR' | 'SEQUENTIAL' | 'AUTO_PASS' | 'AUTO_REJECT';
	status: TaskStatus;
	/** Milliseconds; 0 while it lasts. */
	start: number;
	end: number;
}

/** Who decides together, and how many of them must. */
export interface Round {
	type: ApprovalTask['type'];
	people: string[];
}

export interface CommentFile {
	url: string;
	file_size: number;
	title: string;
	type: string;
}

export interface InstanceComment {
	id: string;
	open_id: string;
	/** JSON, as it came. */
	content: string;
	at_info_list: Array<{ open_id: string; name: string; offset: string }>;
	parent?: string;
	created: number;
	updated: number;
	deleted: boolean;
	extra?: string;
}

export interface Happening {
	type: string;
	time: number;
	/** open_id; empty for what happens by itself. */
	open_id: string;
	task_id?: string;
	comment?: string;
	files?: CommentFile[];
	node_key?: string;
	/** Whom it concerns beside: open_ids. */
	others?: string[];
	cc?: Array<{ cc_id: string; open_id: string }>;
}

export interface Copy {
	cc_id: string;
	open_id: string;
	/** Who sent it; empty for the process. */
	from: string;
	time: number;
	read: boolean;
}

export interface Instance {
	instance_code: string;
	/** Digits, which addresses have. */
	instance_id: string;
	approval_code: string;
	uuid: string;
	serial_number: string;
	title: string;
	starter: string;
	department_id: string;
	status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELED' | 'DELETED';
	reverted: boolean;
	forbid_revoke: boolean;
	form: Filled[];
	start: number;
	end: number;
	/** Where it stands: an index of the definition's nodes, -1 with who started it. */
	at: number;
	tasks: ApprovalTask[];
	/** Those of the round that is going on. */
	round: string[];
	/** What follows before the next node. */
	rounds: Round[];
	/** By node_id. */
	chosen: Map<string, string[]>;
	copied: Map<string, string[]>;
	automatic: Set<string>;
	timeline: Happening[];
	comments: InstanceComment[];
	copies: Copy[];
}

export interface ApprovalFile {
	code: string;
	name: string;
	type: 'image' | 'attachment';
	bytes: Buffer;
	content_type: string;
}

/** What the bot of approvals has told somebody. */
export interface BotMessage {
	message_id: string;
	template_id: string;
	open_id: string;
	created: number;
	status?: string;
	body: { uuid?: string };
}

/** Definitions of approvals, and what was started by them. */
export class Approvals {
	/** By approval_code. */
	readonly definitions = new Map<string, Definition>();
	/** By instance_code, the oldest first. */
	readonly instances = new Map<string, Instance>();
	readonly files = new Map<string, ApprovalFile>();
	readonly botMessages = new Map<string, BotMessage>();
	/** Of other systems: by approval_code what they are, by their code and the instance's id what was started. */
	readonly external = new Map<string, Record<string, unknown>>();
	readonly externalInstances = new Map<string, Record<string, unknown>>();

	/** By its code, or by the uuid that it was started with. */
	instance(codeOrUuid: string): Instance | undefined {
		const found = this.instances.get(codeOrUuid);
		if (found || codeOrUuid === '') return found;
		return [...this.instances.values()].find(({ uuid }) => uuid === codeOrUuid);
	}
}
