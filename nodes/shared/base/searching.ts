/** How records are read. */
export const SEARCH_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/search';
export const GET_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_get';
