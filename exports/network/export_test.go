package network

// For the tests of what formats without lists hold.
var Cell = cell
