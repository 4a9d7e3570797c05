/** Tasks, their lists and sections. */
export class Tasks {}
