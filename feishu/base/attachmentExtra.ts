/** Where in a base an attachment lies: the cell that holds it. */
export interface AttachmentPlace {
	/** `tbl…` */
	tableId: string;
	/** `fld…`, and not the field's name. */
	fieldId: string;
	/** `rec…` */
	recordId: string;
	fileToken: string;
}

/**
 * The `extra` with which a file of a base is downloaded. With advanced permissions the platform gives a file only to
 * those who may see its cell, and has to be told which one that is: without it the answer is HTTP 400, and 403 where the
 * caller may not see the cell. Other bases leave it aside. The shorter form in the addresses that search gives, with the
 * revision of the table in place of the cell, may take long and fail.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/introduction
 */
export function attachmentExtra({ tableId, fieldId, recordId, fileToken }: AttachmentPlace): string {
	return JSON.stringify({ bitablePerm: { tableId, attachments: { [fieldId]: { [recordId]: [fileToken] } } } });
}
