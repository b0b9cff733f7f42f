// Command lab trains and judges the models of onrecord.
package main

func main() {}
