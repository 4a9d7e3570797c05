/** Who acts, or takes part: a person by the open_id in the store, an app by its app_id, everybody in a group by its chat_id. */
export interface Actor {
	id: string;
	type: 'user' | 'app' | 'chat';
}

export interface Member extends Actor {
	/** Of tasks assignee and follower; of lists editor and viewer. */
	role: string;
}

export interface TaskTime {
	/** Milliseconds, of a whole second, or of midnight in UTC where the time is a date. */
	timestamp: number;
	is_all_day: boolean;
}

export interface Reminder {
	id: string;
	relative_fire_minute: number;
}

export type Person = Pick<Actor, 'id' | 'type'>;

/** What a custom field holds in a task: a text, a number, a date or an option; options; or people. */
export type FieldValue = string | readonly string[] | readonly Person[];

export interface Task {
	guid: string;
	/** What people see: t100001. */
	task_id: string;
	summary: string;
	description: string;
	start?: TaskTime;
	due?: TaskTime;
	/** Milliseconds; 0 while it is open. */
	completed_at: number;
	/** 1: all assignees have to complete it; 2: any of them. */
	mode: number;
	repeat_rule: string;
	reminders: Reminder[];
	positive_reminders: Reminder[];
	members: Member[];
	creator: Actor;
	created_at: number;
	updated_at: number;
	extra: string;
	origin?: Record<string, unknown>;
	custom_complete?: Record<string, unknown>;
	docx_source?: Record<string, unknown>;
	tasklists: Array<{ tasklist_guid: string; section_guid: string }>;
	/** Empty for what is no subtask. */
	parent: string;
	is_milestone: boolean;
	custom_fields: Map<string, FieldValue>;
	dependencies: Array<{ type: 'prev' | 'next'; task_guid: string }>;
}

export interface Tasklist {
	guid: string;
	name: string;
	creator: Actor;
	owner: Actor;
	/** Without the owner. */
	members: Member[];
	created_at: number;
	updated_at: number;
	/** Milliseconds; 0 while it is in use. */
	archived_at: number;
}

export interface Section {
	guid: string;
	name: string;
	resource_type: 'tasklist' | 'my_tasks';
	/** The list, or whose own tasks they are. */
	resource_id: string;
	is_default: boolean;
	creator: Actor;
	created_at: number;
	updated_at: number;
}

export interface FieldOption {
	guid: string;
	name: string;
	color_index: number;
	is_hidden: boolean;
}

export const FIELD_TYPES = ['number', 'datetime', 'member', 'single_select', 'multi_select', 'text'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface CustomField {
	guid: string;
	name: string;
	type: FieldType;
	/** What its type has to say beside its options. */
	setting: Record<string, unknown>;
	options: FieldOption[];
	/** The lists that have it. */
	lists: string[];
	creator: Actor;
	created_at: number;
	updated_at: number;
}

export interface TaskComment {
	id: string;
	task: string;
	content: string;
	creator: Actor;
	reply_to: string;
	created_at: number;
	updated_at: number;
}

export interface TaskAttachment {
	guid: string;
	file_token: string;
	task: string;
	name: string;
	bytes: Buffer;
	uploader: Actor;
	uploaded_at: number;
}

export interface ActivitySubscription {
	guid: string;
	list: string;
	name: string;
	subscribers: Actor[];
	include_keys: number[];
	disabled: boolean;
}

/** Tasks, their lists and sections, and what is said and kept with them. All by guid, in the order in which they were made. */
export class Tasks {
	readonly all = new Map<string, Task>();
	readonly lists = new Map<string, Tasklist>();
	/** In the order in which people see them. */
	sections: Section[] = [];
	readonly fields = new Map<string, CustomField>();
	readonly comments = new Map<string, TaskComment>();
	readonly attachments = new Map<string, TaskAttachment>();
	readonly activities = new Map<string, ActivitySubscription>();
	/** Addresses of attachments by their code, each good for a while and for some downloads. */
	readonly addresses = new Map<string, { attachment: string; until: number; left: number }>();
	/** What was made under a client_token, and until when that answers for it. */
	readonly made = new Map<string, { guid: string; until: number }>();
	/** client_tokens under which something is being made. */
	readonly making = new Set<string>();

	subtasksOf(guid: string): Task[] {
		return [...this.all.values()].filter(({ parent }) => parent === guid);
	}

	/** A task with all below it. */
	treeOf(task: Task): Task[] {
		return [task, ...this.subtasksOf(task.guid).flatMap((each) => this.treeOf(each))];
	}

	inList(guid: string): Task[] {
		return [...this.all.values()].filter(({ tasklists }) => tasklists.some((one) => one.tasklist_guid === guid));
	}

	fieldsOf(list: string): CustomField[] {
		return [...this.fields.values()].filter(({ lists }) => lists.includes(list));
	}

	sectionsOf(type: Section['resource_type'], id: string): Section[] {
		return this.sections.filter((one) => one.resource_type === type && one.resource_id === id);
	}

	attachmentsOf(guid: string): TaskAttachment[] {
		return [...this.attachments.values()].filter(({ task }) => task === guid);
	}
}
