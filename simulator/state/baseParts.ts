/** What people see of a question of a form; its order is that of the form. */
export interface Question {
	title: string;
	description: string;
	required: boolean;
	visible: boolean;
	rich_description?: Record<string, unknown>[];
}

/** What a view of the type `form` has beside others. */
export interface Form {
	description: string;
	shared: boolean;
	shared_limit: 'off' | 'tenant_editable' | 'anyone_editable';
	shared_url: string;
	submit_limit_once: boolean;
	/** Of the kind before the one that is made today. */
	legacy?: boolean;
	/** field_ids, as far as somebody has put them into an order. */
	order: string[];
	/** By field_id: what was changed. */
	questions: Map<string, Partial<Question>>;
}

export interface Dashboard {
	block_id: string;
	name: string;
}

/** Of both kinds: those that the platform calls automations, and the newer workflows, which another endpoint lists. */
export interface Automation {
	workflow_id: string;
	title: string;
	status: 'Enable' | 'Disable';
	kind: 'automation' | 'workflow';
}

/** A person (open_id in the store), a chat or a department (open_department_id). */
export interface RoleMember {
	type: 'user' | 'chat' | 'department';
	id: string;
}

/** As it was written, once it was found to fit. */
export interface TableRole {
	table_id: string;
	table_perm: number;
	[rule: string]: unknown;
}

export interface Role {
	role_id: string;
	role_name: string;
	table_roles: TableRole[];
	block_roles: { block_id: string; block_perm: number }[];
	base_rule?: Record<string, unknown>;
	members: RoleMember[];
}
