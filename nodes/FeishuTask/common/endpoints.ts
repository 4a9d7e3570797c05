/** Of tasks, where several operations and lists use them. */
export const MY_TASKS = 'GET /open-apis/task/v2/tasks';
export const GET_TASK = 'GET /open-apis/task/v2/tasks/:task_guid';
export const UPDATE_TASK = 'PATCH /open-apis/task/v2/tasks/:task_guid';
export const SEARCH_TASKS = 'POST /open-apis/task/v2/tasks/search';
export const GET_LISTS = 'GET /open-apis/task/v2/tasklists';
export const LIST_TASKS = 'GET /open-apis/task/v2/tasklists/:tasklist_guid/tasks';
export const GET_SECTIONS = 'GET /open-apis/task/v2/sections';
export const GET_FIELDS = 'GET /open-apis/task/v2/custom_fields';
export const GET_FIELD = 'GET /open-apis/task/v2/custom_fields/:custom_field_guid';

/** Scopes of which one is enough, first the one that asks for least. */
export const READ_TASKS = ['task:task:read', 'task:task:write'];
export const WRITE_TASKS = ['task:task:writeonly', 'task:task:write'];
export const READ_LISTS = ['task:tasklist:read', 'task:tasklist:write'];
export const WRITE_LISTS = ['task:tasklist:writeonly', 'task:tasklist:write'];
export const READ_SECTIONS = ['task:section:read', 'task:section:write'];
export const READ_FIELDS = ['task:custom_field:read', 'task:custom_field:write'];
export const WRITE_FIELDS = ['task:custom_field:writeonly', 'task:custom_field:write'];

/** The largest page of all lists. Source: …/task-v2/task/list */
export const PAGE = 100;
