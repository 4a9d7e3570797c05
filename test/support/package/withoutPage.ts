/** Endpoints of which the platform's official command line knows, and no page, so that the catalog does not have them. */
export const WITHOUT_PAGE: readonly string[] = [
	'DELETE /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token',
	'POST /open-apis/drive/v1/files/:file_token/version_del',
];
