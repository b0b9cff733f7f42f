package reader

// Version names what the stages find in a page. It is raised with every change
// of a stage or a model that finds something else, so that a record knows which
// of its documents to read again (onrecord reread).
const Version = "4"
