import type { UserIdType } from '../platform/ids';

export interface User {
	open_id: string;
	union_id: string;
	user_id: string;
	name: string;
	en_name: string;
	email: string;
	mobile: string;
	job_title: string;
	is_resigned: boolean;
	/** By the administrator: the account can't be used for a while. */
	is_frozen?: boolean;
	/** Invited, and never signed in. */
	is_unregistered?: boolean;
	department_ids: string[];
	/** open_id of whom the person reports to. */
	leader?: string;
	nickname?: string;
	/** 0 not told, 1 male, 2 female, 3 other. */
	gender?: number;
	city?: string;
	country?: string;
	work_station?: string;
	/** Seconds. */
	join_time?: number;
	employee_no?: string;
	/** An address of the company's own mail. */
	enterprise_email?: string;
	job_level_id?: string;
	job_family_id?: string;
	custom_attrs?: object[];
}

export interface Department {
	open_department_id: string;
	department_id: string;
	name: string;
	en_name: string;
	/** An open_department_id; '0' is the root. */
	parent: string;
	leader?: string;
	/** The group of the department. */
	chat_id?: string;
	unit_ids?: string[];
	/** open_ids. */
	hrbps?: string[];
}

/** A user group of the contacts. */
export interface UserGroup {
	id: string;
	/** Chosen by the administrator. */
	group_id: string;
	name: string;
	description: string;
	/** 1 with a list of members, 2 with a rule. */
	type: 1 | 2;
	/** open_ids. */
	users: string[];
	/** open_department_ids. */
	departments: string[];
}

/** People, departments and user groups. */
export class Contact {
	/** By open_id. */
	readonly users = new Map<string, User>();
	/** By open_department_id. */
	readonly departments = new Map<string, Department>();
	/** By the id that the platform gave. */
	readonly groups = new Map<string, UserGroup>();

	find(idType: UserIdType | 'email' | 'mobile', value: string): User | undefined {
		if (idType === 'open_id') return this.users.get(value);
		return [...this.users.values()].find((user) => user[idType] === value);
	}
}
