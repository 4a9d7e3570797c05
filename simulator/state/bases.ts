import type { Automation, Dashboard, Form, Role } from './baseParts';

/** What a cell holds, in the form of its field's type (`simulator/base/cells`); empty cells are not there. */
export type Cell = NonNullable<unknown>;

export interface Option {
	id: string;
	name: string;
	color: number;
}

/** In the words of the platform; of selects the options, which are never absent there. */
export interface Property {
	options?: Option[];
	/** Of links: where they lead, and the field there that mirrors them. */
	table_id?: string;
	back_field_id?: string;
	back_field_name?: string;
	multiple?: boolean;
	[name: string]: unknown;
}

export interface Field {
	field_id: string;
	field_name: string;
	type: number;
	ui_type: string;
	property: Property | null;
	description: string;
	is_primary: boolean;
}

export interface Condition {
	field_id: string;
	operator: string;
	/** JSON of a list. */
	value?: string;
	condition_id: string;
	field_type: number;
}

export interface View {
	view_id: string;
	view_name: string;
	view_type: string;
	filter_info?: { conjunction: 'and' | 'or'; conditions: Condition[] };
	hidden_fields: string[];
	hierarchy?: string;
	/** Of forms, once somebody has changed or read one. */
	form?: Form;
}

export interface BaseRecord {
	record_id: string;
	/** By field_id. */
	cells: Map<string, Cell>;
	/** open_id in the store of a person, or of an app's bot. */
	created_by: string;
	modified_by: string;
	/** Milliseconds. */
	created_time: number;
	modified_time: number;
	/** What automatic numbers count. */
	number: number;
	/** What reads give until then: the record as it was, or none. */
	lag?: { until: number; before?: Map<string, Cell> };
}

export interface Table {
	table_id: string;
	name: string;
	revision: number;
	fields: Field[];
	views: View[];
	records: Map<string, BaseRecord>;
	/** Records that there ever were. */
	numbered: number;
	/** A write is under way. */
	writing: boolean;
	/** With advanced permissions: what those who don't manage the base see of it. */
	seen: { records: Set<string>; hidden_fields: Set<string> };
}

/** As drive names it. */
export type Permission = 'view' | 'edit' | 'full_access';

export interface Member {
	/** Departments and groups of people are kept, and mean nobody. */
	member_type: 'openid' | 'openchat' | 'appid' | 'other';
	/** A person's open_id in the store, a chat_id, an app_id. */
	member_id: string;
	perm: Permission;
	/** In wikis: whether it is so of the page alone, or of those below it as well, which is usual. */
	perm_type?: string;
	/** As who shared it has named the member. */
	named?: { member_type: string; member_id: string };
}

export interface Base {
	app_token: string;
	name: string;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	folder_token: string;
	time_zone: string;
	is_advanced: boolean;
	/** 2 where the types of formulas are told. */
	formula_type: number;
	revision: number;
	/** A copy is not ready before. */
	ready_at: number;
	/** Roles are not there before. */
	advanced_at: number;
	/** It lies in a wiki, where there are no advanced permissions. */
	in_wiki: boolean;
	tables: Map<string, Table>;
	dashboards: Dashboard[];
	automations: Automation[];
	roles: Role[];
	members: Member[];
}

/** What is set for everybody, in the words of Drive; `link_share_entity` alone changes who may do what. */
export interface PublicSettings {
	link_share_entity: string;
	[name: string]: string | boolean;
}

/** A file of a document, which is good there alone. */
export interface Media {
	file_token: string;
	parent_type: string;
	/** The token of the base or document. */
	parent_node: string;
	name: string;
	content_type: string;
	bytes: Buffer;
	extra?: string;
	/** Milliseconds. */
	at?: number;
}

/** A folder of Drive. */
export interface Folder {
	token: string;
	name: string;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	/** The folder in which it lies; empty in the owner's own space. */
	parent: string;
	members?: Member[];
}

/** What an upload says of a file. */
export interface Declared {
	file_name: string;
	parent_type: string;
	parent_node: string;
	/** JSON with more, such as what a file is imported as. */
	extra?: string;
	/** Of a file of Drive that it shall be a new version of. */
	file_token?: string;
}

/** A file that somebody has put into Drive. */
export interface DriveFile {
	token: string;
	name: string;
	content_type: string;
	bytes: Buffer;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	/** The folder in which it lies; empty in the owner's own space. */
	parent: string;
	members?: Member[];
	in_wiki?: boolean;
	/** What it was before, the oldest first. */
	earlier?: ReadonlyArray<{ version: string; name: string; bytes: Buffer; at: number }>;
	/** Of its content now. */
	version?: string;
}

/** An upload in parts. */
export interface MediaUpload {
	upload_id: string;
	/** Of the endpoints by which it was begun. */
	path: string;
	/** Who has begun it. */
	by: string;
	declared: Declared;
	size: number;
	parts: Map<number, Buffer>;
	/** Milliseconds. */
	until: number;
}

/** What a call with a `client_token` did; nothing while it is under way. */
export interface DoneOnce {
	data?: object;
}

/** Bases (multi-dimensional tables) and the files in them. */
export class Bases {
	/** By app_token. */
	readonly all = new Map<string, Base>();
	/** By file_token. */
	readonly medias = new Map<string, Media>();
	readonly folders = new Map<string, Folder>();
	/** By token. */
	readonly files = new Map<string, DriveFile>();
	readonly uploads = new Map<string, MediaUpload>();
	/** By app, endpoint and token. */
	readonly once = new Map<string, DoneOnce>();
	/** Whom other documents are shared with, by their token. */
	readonly documents = new Map<string, Member[]>();
	/** Tokens of bases that were deleted. */
	readonly deleted = new Set<string>();
	/** Who may open a document by its address, and what else is set for everybody; by the document's token. */
	readonly publicly = new Map<string, PublicSettings>();
	/** Apps of which something is just being uploaded. */
	readonly uploading = new Set<string>();
	/** Addresses for a day, by their code. */
	readonly addresses = new Map<string, { file_token: string; until: number }>();
}
