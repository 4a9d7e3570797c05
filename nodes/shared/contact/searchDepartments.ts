import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { DEPARTMENT_CHILDREN, ROOT_DEPARTMENT } from './directory';
import { listSearchError } from '../fields/listSearchError';

interface DepartmentPage {
	items?: Array<{ open_department_id: string; name?: string }>;
	has_more?: boolean;
	page_token?: string;
}

/** The department that stands for the whole organization; no endpoint lists it. */
const ROOT = { name: 'Whole Organization', value: ROOT_DEPARTMENT };

/** Departments that the app can see. The platform searches them for users only, so the filter works on each page. */
export async function searchDepartments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const feishu = new FeishuClient(this);
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
		const found = (page.items ?? []).map((department) => ({
			name: department.name || department.open_department_id,
			value: department.open_department_id,
		}));
		return {
			results: [...(paginationToken ? [] : [ROOT]), ...found].filter(
				({ name }) => !filter || name.toLowerCase().includes(filter.toLowerCase()),
			),
			paginationToken: page.has_more && page.page_token ? page.page_token : undefined,
		};
	} catch (error) {
		throw await listSearchError(this, error, feishu, [
			'contact:department.organize:readonly',
			'contact:contact.base:readonly',
		]);
	}
}
