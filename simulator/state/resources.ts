/** An image or a file that was uploaded. */
export interface Resource {
	key: string;
	app_id?: string;
	bytes: Buffer;
	content_type: string;
	name: string;
	/** opus, mp4, pdf, doc, xls, ppt, stream; message or avatar for images. */
	type: string;
	/** Milliseconds. */
	duration?: number;
}
