// Command onrecord reads news articles and keeps the record of who said what.
package main

func main() {}
