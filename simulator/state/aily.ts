export interface AilySession {
	id: string;
	/** Milliseconds. */
	created: number;
	modified: number;
	created_by: string;
	channel_context: string;
	metadata: string;
	messages: AilyMessage[];
	runs: AilyRun[];
	/** Messages by the key of who sent them. */
	keys: Map<string, AilyMessage>;
}

export interface AilyMessage {
	id: string;
	run_id: string;
	content_type: string;
	content: string;
	file_ids: string[];
	quote_message_id: string;
	/** Who has asked, an open_id in the store; the assistant without. */
	from?: string;
	created: number;
}

export interface AilyRun {
	id: string;
	app_id: string;
	skill_id: string;
	metadata: string;
	status: string;
	/** How often it was asked about. */
	asked: number;
	created: number;
	ended?: number;
	error?: { code: string; message: string };
}

export interface AilySkill {
	id: string;
	label: string;
	description: string;
	samples: string[];
	/** JSON. */
	input_schema: string;
	output_schema: string;
}

export interface AilyAsset {
	data_asset_id: string;
	title: string;
	description: Record<string, string>;
	data_source_type: string;
	connect_status: string;
	connect_type: string;
	/** Names of the tags. */
	tags: string[];
	/** What it says. */
	content: string;
	created: number;
}

/** What may be so of an assistant: who asks may not see its knowledge, or that answers no question, for one of three reasons. */
export const AILY_CONDITIONS = ['closed', 'askFails', 'askForbidden', 'askSlow'] as const;
export type AilyCondition = (typeof AILY_CONDITIONS)[number];

/** What may be so of a document: Aily can't open it for who asks, or who asks may not download it. */
export const DOCUMENT_TROUBLES = ['unreadable', 'notDownloadable'] as const;
export type DocumentTrouble = (typeof DOCUMENT_TROUBLES)[number];

export interface AilyApp {
	/** Begins with spring_ and ends with __c. */
	app_id: string;
	skills: AilySkill[];
	assets: AilyAsset[];
	/** By name. */
	tags: Map<string, string>;
	condition?: AilyCondition;
}

/** Assistants: what they were asked, and what they know. */
export class Aily {
	readonly apps = new Map<string, AilyApp>();
	readonly sessions = new Map<string, AilySession>();
	/** Tokens of what was uploaded for the knowledge, with its words. */
	readonly uploads = new Map<string, { name: string; mime_type: string; content: string }>();
	/** By the tokens of documents of which something is so. */
	readonly documents = new Map<string, DocumentTrouble>();
	private made = 0;

	/** An id of Aily's, which has no i, l and o. */
	id(kind: string): string {
		this.made += 1;
		return `${kind}_4d${this.made.toString(16).padStart(8, '0')}`;
	}
}
