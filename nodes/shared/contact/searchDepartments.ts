import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { isOutOfRange } from './contactRange';
import { DEPARTMENT_CHILDREN, departmentsBelow, ROOT_DEPARTMENT, take, WHOLE_ORGANIZATION } from './directory';
import { listSearchError } from '../fields/listSearchError';

interface Department {
	open_department_id: string;
	name?: string;
}

interface DepartmentPage {
	items?: Department[];
	has_more?: boolean;
	page_token?: string;
}

const SCOPES = ['contact:department.organize:readonly', 'contact:contact.base:readonly'];

/** Departments of an app's range that the list shows. */
const MOST = 200;

/** The department that stands for the whole organization; no endpoint lists it. */
const ROOT = { name: 'Whole Organization', value: ROOT_DEPARTMENT };

/** Departments that the app can see. The platform searches them for users only, so the filter works on each page. */
export async function searchDepartments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const feishu = new FeishuClient(this);
	const fits = ({ name }: { name: string }) => !filter || name.toLowerCase().includes(filter.toLowerCase());
	try {
		const page = await feishu.call<DepartmentPage>(DEPARTMENT_CHILDREN, {
			path: { department_id: ROOT.value },
			query: {
				department_id_type: 'open_department_id',
				fetch_child: true,
				page_size: 50,
				page_token: paginationToken,
			},
		});
		const found = (page.items ?? []).map(choiceOf);
		return {
			results: [...(paginationToken ? [] : [ROOT]), ...found].filter(fits),
			paginationToken: page.has_more && page.page_token ? page.page_token : undefined,
		};
	} catch (error) {
		// An app whose range is not all staff: what is in it.
		if (isOutOfRange(error)) return { results: (await inRange(this, feishu)).map(choiceOf).filter(fits) };
		throw await listSearchError(this, error, feishu, SCOPES);
	}
}

const choiceOf = ({ open_department_id: id, name }: Department) => ({ name: name || id, value: id });

async function inRange(context: ILoadOptionsFunctions, feishu: FeishuClient): Promise<Department[]> {
	try {
		return (await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), MOST)) as unknown as Department[];
	} catch (error) {
		throw await listSearchError(context, error, feishu, SCOPES);
	}
}
